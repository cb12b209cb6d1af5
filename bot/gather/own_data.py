"""Everything that is stored about a person, as files that can be sent."""

from collections.abc import Mapping
from typing import Any

from bot.core.attachments import LARGEST_WRITTEN, Written
from bot.db.personal_data import Rows, collect
from bot.db.session import Connection
from bot.papers.own_data import as_json, as_page
from locales.phrases import own_data_file as phrases
from locales.words import Words

SHORTENED = ("message", "audit", "reminder", "report_event", "filling", "report")
"""What is shortened, in this order, where all would not fit into a file that can be sent."""


def own_data_files(
    connection: Connection, person_id: int, *, at: str, words: Words
) -> tuple[Written, Written]:
    """A page to be read, and JSON. What does not fit is left out, the oldest first, and counted under `left_out`."""
    data = collect(connection, person_id)
    data["message"] = [_without_files(row) for row in data["message"]]
    page, plain = _made(data, at, words)
    left_out = dict.fromkeys(SHORTENED, 0)
    for table in SHORTENED:
        while max(len(page), len(plain)) > LARGEST_WRITTEN and data[table]:
            gone = len(data[table]) // 2 + 1
            left_out[table] += gone
            data[table] = data[table][gone:]
            counted = [{"table": name, "rows": rows} for name, rows in left_out.items() if rows]
            page, plain = _made({"left_out": counted, **data}, at, words)
    name, otherwise = phrases.file_name(words), phrases.cannot_send(words)
    return (
        Written(f"{name}.html", "text/html", page, otherwise),
        Written(f"{name}.json", "application/json", plain, otherwise),
    )


def _made(data: Mapping[str, Rows], at: str, words: Words) -> tuple[bytes, bytes]:
    return as_page(data, at=at, words=words), as_json(data)


def _without_files(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A message without what was enclosed: it is in here itself."""
    body = {name: value for name, value in (row["body"] or {}).items() if name != "files"}
    return {**row, "body": body}
