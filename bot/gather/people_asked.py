"""A roster, as the people in it asked for it: what was corrected stays corrected, who was deleted stays so."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.data_requests import Field
from bot.core.roster import Entry, Holder
from bot.db.data_requests import granted_corrections
from bot.db.erasure import asked_to_be_forgotten
from bot.db.session import Connection

Names = dict[tuple[str, str], str]


def as_people_asked(
    connection: Connection, committee_id: int, entries: Sequence[Entry]
) -> tuple[list[Entry], tuple[str, ...]]:
    """The entries with corrected names and titles instead of what the file still says, and without those who were
    deleted as they asked; with the codes of the units that lack one for that reason."""
    corrected = granted_corrections(connection, committee_id)
    named = [(entry.unit.code, holder.name) for entry in entries for holder in entry.holders]
    forgotten = asked_to_be_forgotten(connection, committee_id, named)
    kept: list[Entry] = []
    left_out: list[str] = []
    for entry in entries:
        holders = []
        for holder in entry.holders:
            if (entry.unit.code, holder.name) in forgotten:
                left_out.append(entry.unit.code)
            else:
                holders.append(_corrected(holder, entry.unit.code, corrected))
        kept.append(replace(entry, holders=tuple(holders)))
    return kept, tuple(dict.fromkeys(left_out))


def _corrected(holder: Holder, unit_code: str, corrected: Sequence[tuple[str, str, str, str, str]]) -> Holder:
    """`corrected`: (unit, name now, field, before, after), the oldest first."""
    for unit, name, field, before, after in corrected:
        if unit != unit_code:
            continue
        if field == Field.NAME and holder.name == before:
            holder = replace(holder, name=after)
        elif field == Field.TITLE and holder.name == name and holder.title == before:
            holder = replace(holder, title=after)
    return holder
