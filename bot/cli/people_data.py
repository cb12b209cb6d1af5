"""`nhacviec people export`, `nhacviec people delete`: for people who ask by telephone or on paper."""

from datetime import datetime
from pathlib import Path

import click

from bot.cli.context import end, in_office, is_terminal, say, settings_or_end, words_of, write_new
from bot.core.attachments import Written
from bot.core.data_requests import ANSWER_WITHIN, Kind
from bot.core.office import Office
from bot.db import audit, data_requests, erasure
from bot.db.people import list_people
from bot.db.session import Connection
from bot.gather.own_data import own_data_files
from locales.phrases import people_data as phrases
from locales.words import Words

UNIT = click.option("--unit", required=True, help="The unit's code.")
NAME = click.option("--name", required=True, help="The name as the roster has it.")


@click.command()
@UNIT
@NAME
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
def export(*, unit: str, name: str, folder: Path) -> None:
    """Write everything that is stored about a person into FOLDER: a page to be read, and JSON."""
    settings = settings_or_end()
    words = words_of(settings)

    def make(connection: Connection, office: Office, now: datetime) -> tuple[Written, ...]:
        person_id = _person(connection, office, unit, name, words=words)
        _note(connection, office, person_id, Kind.EXPORT, now=now)
        return own_data_files(connection, person_id, at=words.moment(now, office.zone), words=words)

    for file in in_office(settings, make):
        path = folder / file.name
        write_new(path, file.content, settings)
        say(phrases.written(str(path), words=words))


@click.command()
@UNIT
@NAME
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Show whom it would delete, and delete nobody.")
def delete(*, unit: str, name: str, yes: bool, dry_run: bool) -> None:
    """Delete a person's data. The unit's reports stay, without the name."""
    settings = settings_or_end()
    words = words_of(settings)
    in_office(
        settings,
        lambda connection, office, _now: _person(connection, office, unit, name, words=words),
        keep=False,
    )
    if dry_run:
        say(phrases.would_delete(name, unit, words=words))
        return
    if not yes and not (is_terminal() and click.confirm(phrases.sure(name, unit, words=words))):
        end(phrases.nobody_deleted(words=words))

    def erase(connection: Connection, office: Office, now: datetime) -> None:
        person_id = _person(connection, office, unit, name, words=words)
        _note(connection, office, person_id, Kind.DELETE, now=now)
        erasure.erase(connection, person_id, now=now)
        erasure.forget_chats(connection)

    in_office(settings, erase)
    say(phrases.deleted(unit, words=words))


def _person(connection: Connection, office: Office, unit: str, name: str, *, words: Words) -> int:
    found = {
        one.person_id
        for one in list_people(connection, office.id)
        if one.unit_code == unit and one.name == name
    }
    if len(found) != 1:
        end(phrases.no_such_person(name, unit, words=words))
    return found.pop()


def _note(connection: Connection, office: Office, person_id: int, kind: Kind, *, now: datetime) -> None:
    answer_by = office.calendar.add(office.today(now), working_days=ANSWER_WITHIN)
    request = data_requests.put_request(connection, person_id, kind, now=now, answer_by=answer_by, done=True)
    audit.note_act(connection, f"data_{kind}", person_id=None, now=now, request=request)
