"""The papers of a rehearsal: every message as CSV and as a page by day, and a page of figures."""

import csv
import html
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

STYLE = """
body { font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 12pt; color: #000; max-width: 50em;
  margin: 1em auto; padding: 0 1em }
h1 { font-size: 18pt } h2 { font-size: 14pt; border-bottom: 1px solid #000 } pre { white-space: pre-wrap; font: inherit;
  margin: .3em 0 .8em 1.5em } summary { cursor: pointer } td, th { text-align: left; padding: .1em 1.2em .1em 0;
  vertical-align: top } img { max-width: 100% } summary h2 { display: inline-block; min-width: 90% }
details details, .deed { margin-left: 1.5em } .deed { font-style: italic; margin-top: .5em; margin-bottom: .2em }
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One message. `at` is in office time; `kind` is as it is read; `picture` is the name of a file beside the page."""

    at: datetime
    kind: str
    chat: str
    name: str
    unit: str
    text: str
    labels: Sequence[str]
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody typed, pressed or sent, in office time."""

    at: datetime
    name: str
    unit: str
    said: str


@dataclass(frozen=True, slots=True)
class Day:
    """What is said on one day: what nobody asked for, and folded below it, under a heading of its own, the rest: what
    people did, and the answers."""

    title: str
    unasked: Sequence[Line]
    rest_title: str
    rest: Sequence[Line | Deed]


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, and rows of cells, the first with the columns' names if there are `heads`. `texts` are (line, what is
    folded below it). `folded`: the rows are, too."""

    title: str
    rows: Sequence[Sequence[str]] = ()
    texts: Sequence[tuple[str, str]] = ()
    heads: Sequence[str] = ()
    folded: bool = False


def messages_csv(lines: Iterable[Line], columns: Sequence[str]) -> bytes:
    """UTF-8 with a mark, as spreadsheets want it. A text that a spreadsheet would take for a formula is quoted."""
    out = io.StringIO()
    write = csv.writer(out)
    write.writerow(columns)
    for one in lines:
        cells = (one.kind, one.chat, one.name, one.unit, one.text, " | ".join(one.labels))
        write.writerow([f"{one.at:%Y-%m-%d %H:%M:%S}", *map(_harmless, cells)])
    return ("\ufeff" + out.getvalue()).encode()


def calendar_page(title: str, about: str, days: Iterable[Day], *, language: str) -> str:
    """A heading for each day, a line for each message, its words folded in."""
    body = "".join(
        f"<h2>{html.escape(day.title)}</h2>{_messages(day.unasked)}"
        + (_folded(day.rest_title, _messages(day.rest)) if day.rest else "")
        + "\n"
        for day in days
    )
    return _page(title, about, body, language)


def figures_page(
    title: str, about: str, tables: Sequence[Table], *, picture: str, alternative: str, language: str
) -> str:
    """The figures, with the picture of that name beside them. `alternative` is for who does not see it."""
    image = f'<p><img src="{html.escape(picture)}" alt="{html.escape(alternative)}"></p>'
    return _page(title, about, image + "".join(map(_table, tables)), language)


def _messages(lines: Iterable[Line | Deed]) -> str:
    return "".join(_message(one) if isinstance(one, Line) else _deed(one) for one in lines)


def _deed(one: Deed) -> str:
    who = one.name + (f", {one.unit}" if one.unit else "")
    return f'<p class="deed">{html.escape(f"{one.at:%H:%M:%S} {who}: {one.said}")}</p>'


def _message(one: Line) -> str:
    head = f"{one.at:%H:%M:%S} {one.kind} → {one.name}" + (f", {one.unit}" if one.unit else "")
    labels = " ".join(f"[{label}]" for label in one.labels)
    said = html.escape(f"{one.text}\n{labels}".strip())
    below = f"<pre>{said}</pre>"
    if one.picture is not None:
        below += f'<img src="{html.escape(one.picture)}" alt="{html.escape(one.text)}" loading="lazy">'
    return _folded(head, below)


def _folded(line: str, below: str) -> str:
    return f"<details><summary>{html.escape(line)}</summary>{below}</details>"


def _table(table: Table) -> str:
    heads = "".join(f"<th>{html.escape(head)}</th>" for head in table.heads)
    rows = (f"<tr>{heads}</tr>" if heads else "") + "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    texts = "".join(_folded(line, f"<pre>{html.escape(below)}</pre>") for line, below in table.texts)
    body = f"<table>{rows}</table>" if rows else ""
    title = html.escape(table.title)
    if table.folded:
        return f"<details><summary><h2>{title}</h2></summary>{body}{texts}</details>\n"
    return f"<h2>{title}</h2>{body}{texts}\n"


def _page(title: str, about: str, body: str, language: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{language}"><meta charset="utf-8"><title>{html.escape(title)}</title>\n'
        f"<style>{STYLE}</style>\n<h1>{html.escape(title)}</h1>\n<p>{html.escape(about)}</p>\n{body}</html>\n"
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") and not cell[1:].isdigit() else cell
