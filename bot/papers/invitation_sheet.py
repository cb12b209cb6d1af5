"""A printable sheet of invitations: one card with a QR code for each person, a page for each unit."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import segno

from locales.phrases import invitation_sheet as phrases
from locales.words import Words

STYLE = """
@page { size: A4; margin: 15mm }
body { font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 12pt; color: #000 }
section { break-after: page } section:last-child { break-after: auto }
h1 { font-size: 14pt; margin: 0 } h2 { font-size: 16pt; margin: 2mm 0 6mm }
.card { display: flex; gap: 8mm; align-items: center; border: 0.3mm solid #000; padding: 6mm; margin-bottom: 6mm;
  break-inside: avoid }
.card svg { width: 38mm; height: 38mm; flex: none }
.code { font-family: 'Courier New', 'Liberation Mono', monospace; font-size: 20pt; letter-spacing: 1mm; margin: 2mm 0 }
p { margin: 1mm 0 }
"""


@dataclass(frozen=True, slots=True)
class Invited:
    """One person with a code. `link` opens the chat with it; None before we know our name there."""

    unit_code: str
    unit: str
    name: str
    role: str
    code: str
    link: str | None


def invitation_sheet(invited: Sequence[Invited], *, issuer: str, days: int, words: Words) -> str:
    """One HTML page, complete in itself, to be printed from any browser."""
    sections = [
        _section(unit, list(people), issuer, days, words)
        for unit, people in groupby(invited, key=lambda one: one.unit)
    ]
    title = html.escape(phrases.title(words=words))
    return (
        f'<!doctype html>\n<html lang="{words.language}"><meta charset="utf-8"><title>{title}</title>\n'
        f"<style>{STYLE}</style>\n{''.join(sections)}</html>\n"
    )


def _section(unit: str, people: Sequence[Invited], issuer: str, days: int, words: Words) -> str:
    cards = "".join(_card(one, days, words) for one in people)
    head = f"<h1>{html.escape(phrases.heading(issuer, words=words))}</h1><h2>{html.escape(unit)}</h2>"
    return f"<section>{head}{cards}</section>\n"


def _card(one: Invited, days: int, words: Words) -> str:
    code = segno.make(one.link or one.code, error="m", micro=False)
    picture = code.svg_inline(scale=4, border=2)
    lines = phrases.how_to_join(one.name, one.role, days=days, words=words)
    text = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return f'<div class="card">{picture}<div>{text}<p class="code">{one.code}</p></div></div>'
