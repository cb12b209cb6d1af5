"""The papers of a rehearsal: every message as CSV and as a page by day, and a page of figures."""

import csv
import html
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

STYLE = """
body { font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 12pt; color: #000; max-width: 50em;
  margin: 1em auto; padding: 0 1em }
h1 { font-size: 18pt } h2 { font-size: 14pt; border-bottom: 1px solid #000 } pre { white-space: pre-wrap; font: inherit;
  margin: .3em 0 .8em 1.5em } summary { cursor: pointer } td, th { text-align: left; padding: .1em 1.2em .1em 0;
  vertical-align: top } img { max-width: 100% }
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One message. `at` is in office time; `day` and `kind` are as they are read."""

    at: datetime
    day: str
    kind: str
    chat: str
    name: str
    unit: str
    text: str
    labels: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, and rows of cells. `texts` stand below it as they are."""

    title: str
    rows: Sequence[Sequence[str]] = ()
    texts: Sequence[str] = ()


def messages_csv(lines: Iterable[Line], columns: Sequence[str]) -> bytes:
    """UTF-8 with a mark, as spreadsheets want it. A text that a spreadsheet would take for a formula is quoted."""
    out = io.StringIO()
    write = csv.writer(out)
    write.writerow(columns)
    for one in lines:
        cells = (one.kind, one.chat, one.name, one.unit, one.text, " | ".join(one.labels))
        write.writerow([f"{one.at:%Y-%m-%d %H:%M:%S}", *map(_harmless, cells)])
    return ("\ufeff" + out.getvalue()).encode()


def calendar_page(title: str, lines: Sequence[Line], *, language: str) -> str:
    """A heading for each day, a line for each message, its words folded in."""
    days = []
    for day, ofday in groupby(lines, key=lambda one: one.day):
        told = list(ofday)
        messages = "".join(_message(one) for one in told)
        days.append(f"<h2>{html.escape(day)} ({len(told)})</h2>{messages}\n")
    return _page(title, "".join(days), language)


def figures_page(title: str, tables: Sequence[Table], *, picture: str, language: str) -> str:
    """The figures, with the picture of that name beside them."""
    body = f'<p><img src="{html.escape(picture)}" alt=""></p>' + "".join(map(_table, tables))
    return _page(title, body, language)


def _message(one: Line) -> str:
    head = f"{one.at:%H:%M:%S} {one.kind} → {one.name}" + (f", {one.unit}" if one.unit else "")
    labels = " ".join(f"[{label}]" for label in one.labels)
    words = html.escape(f"{one.text}\n{labels}".strip())
    return f"<details><summary>{html.escape(head)}</summary><pre>{words}</pre></details>"


def _table(table: Table) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    texts = "".join(f"<pre>{html.escape(text)}</pre>" for text in table.texts)
    return f"<h2>{html.escape(table.title)}</h2><table>{rows}</table>{texts}\n"


def _page(title: str, body: str, language: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{language}"><meta charset="utf-8"><title>{html.escape(title)}</title>\n'
        f"<style>{STYLE}</style>\n<h1>{html.escape(title)}</h1>\n{body}</html>\n"
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") and not cell[1:].isdigit() else cell
