"""Writing a decision into a plan file, where it belongs: the file stays as it was but for the row that is added."""

import io
import json
import re

import openpyxl

from bot.core.plan.document import Decision

_ZIP = b"PK"
_SECTION = re.compile(rb"^decisions:[ \t]*(?:#.*)?\r?\n", re.MULTILINE)
_ANY_FORM = re.compile(rb"^[\"']?decisions[\"']?[ \t]*:", re.MULTILINE)
_TOP_LEVEL = re.compile(rb"^[^\s#-].*$", re.MULTILINE)


class OddDecisions(ValueError):  # noqa: N818 - it names what is met, not a fault of ours
    """The section `decisions` is written in a way into which no row can be put."""


def with_decision(data: bytes, decision: Decision) -> bytes:
    """A plan file, YAML or workbook, with one decision more, in place of an earlier one about the same finding and
    thing.

    Raises OddDecisions if its decisions are not a list of rows.
    """
    return _in_workbook(data, decision) if data.startswith(_ZIP) else _in_yaml(data, decision)


def _in_workbook(data: bytes, decision: Decision) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["decisions"] if "decisions" in book.sheetnames else book.create_sheet("decisions")
    heads = {str(cell.value): number for number, cell in enumerate(sheet[1], start=1) if cell.value}
    for name in _fields(decision):
        if name not in heads:
            heads[name] = len(heads) + 1
            sheet.cell(1, heads[name], name)
    row = sheet.max_row + 1
    for number in range(2, row):
        finding, thing = (sheet.cell(number, heads[name]).value or "" for name in ("finding", "thing"))
        if (str(finding), str(thing)) == (decision.finding, decision.thing):
            row = number
    for name, value in _fields(decision).items():
        sheet.cell(row, heads[name]).value = value or None
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _in_yaml(data: bytes, decision: Decision) -> bytes:
    data = data if data.endswith(b"\n") or not data else data + b"\n"
    row = _row(decision)
    section = _SECTION.search(data)
    if section is None:
        if _ANY_FORM.search(data):
            raise OddDecisions
        return data + b"\ndecisions:\n" + row
    following = _TOP_LEVEL.search(data, section.end())
    end = following.start() if following else len(data)
    rows = data[section.end() : end]
    kept = _without(rows, decision).rstrip()
    return (
        data[: section.end()]
        + kept
        + (b"\n" if kept else b"")
        + row
        + (b"\n" if following else b"")
        + data[end:]
    )


def _fields(decision: Decision) -> dict[str, str]:
    return {
        "finding": decision.finding,
        "thing": decision.thing,
        "seen": decision.seen,
        "value": decision.value,
        "why": decision.why,
        "by": decision.by,
        "decided_on": decision.decided_on.isoformat(),
    }


def _row(decision: Decision) -> bytes:
    """A JSON text is a YAML text in double quotes."""
    fields = _fields(decision)
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value]
    return ("  - " + "\n    ".join(lines) + "\n").encode()


def _without(rows: bytes, decision: Decision) -> bytes:
    """The rows without those about the same finding and thing."""
    parts = re.split(rb"(?m)^(?=[ \t]*- )", rows)
    return b"".join(part for part in parts if not _is_about(part, decision))


def _is_about(row: bytes, decision: Decision) -> bool:
    written = {
        found[1].decode(): _plain(found[2].decode("utf-8", "replace"))
        for found in re.finditer(rb"(?m)^[ \t]*(?:- )?(finding|thing):[ \t]*(.*?)[ \t\r]*$", row)
    }
    return written.get("finding") == decision.finding and written.get("thing", "") == decision.thing


def _plain(value: str) -> str:
    if value.startswith('"'):
        try:
            return str(json.loads(value))
        except ValueError:
            return value
    return value.strip("'").partition(" #")[0].strip()
