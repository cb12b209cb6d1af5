"""Everything that is stored about a person, as a page to be read and as JSON to be used elsewhere."""

import html
import json
from collections.abc import Mapping, Sequence
from typing import Any

from locales.phrases import own_data_file as phrases
from locales.words import Words

Data = Mapping[str, Sequence[Mapping[str, Any]]]
"""{table: rows} (bot.db.personal_data.collect)."""

STYLE = (
    "body{font:16px/1.5 sans-serif;margin:1em auto;max-width:46em;padding:0 1em;overflow-wrap:anywhere}"
    "dl{border-top:1px solid #999;padding-top:.5em}dt{font-weight:bold}dd{margin:0 0 .3em 1em;white-space:pre-wrap}"
)


def as_json(data: Data) -> bytes:
    """UTF-8, indented."""
    return json.dumps(data, ensure_ascii=False, indent=1, default=str).encode()


def as_page(data: Data, *, at: str, words: Words) -> bytes:
    """One HTML file that stands alone: no script, nothing that is fetched from elsewhere."""
    title = html.escape(phrases.title(words))
    parts = [
        f'<!doctype html><html lang="{words.language}"><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{title}</title><style>{STYLE}</style><h1>{title}</h1>",
        f"<p>{html.escape(phrases.made_at(at, words=words))}</p>",
    ]
    for table, rows in data.items():
        parts.append(f"<h2>{html.escape(phrases.section(table, words=words))}</h2>")
        parts += [_row(row) for row in rows] or [f"<p>{html.escape(phrases.nothing(words))}</p>"]
    return "\n".join([*parts, "</html>"]).encode()


def _row(row: Mapping[str, Any]) -> str:
    """What is empty is left out."""
    lines = (
        f"<dt>{html.escape(name)}</dt><dd>{html.escape(_text(value))}</dd>"
        for name, value in row.items()
        if value not in (None, "", {}, [])
    )
    return f"<dl>{''.join(lines)}</dl>"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
