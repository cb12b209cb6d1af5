"""`nhacviec people`: invite people, and see who has joined."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from bot.cli import people_data
from bot.cli.context import end, in_office, say, settings_or_end, words_of
from bot.core.office import Office
from bot.core.people import Role
from bot.db import audit, invitations
from bot.db import people as people_db
from bot.db.channels import deep_link
from bot.db.people import Listed, list_people
from bot.db.session import Connection
from bot.db.units import load_units
from bot.papers.invitation_sheet import Invited, invitation_sheet
from locales.phrases import command_line as phrases
from locales.phrases.general import role as role_name
from locales.words import Words


@click.group()
def people() -> None:
    """Invite people and list them."""


people.add_command(people_data.export)
people.add_command(people_data.delete)


@people.command()
@click.option("--unit", "units", multiple=True, help="Only people of this unit (code); may be repeated.")
@click.option("--role", type=click.Choice([role.value for role in Role]), help="Only people with this role.")
@click.option("--name", help="Somebody who is not in the roster: with --unit and --role.")
@click.option("--group", is_flag=True, help="A code that links the Committee's group (/ketnoi CODE).")
@click.option("--again", is_flag=True, help="Also people who have joined already.")
@click.option(
    "--days", default=invitations.VALID_FOR.days, show_default=True, help="Days that the codes are good for."
)
@click.option(
    "--sheet", type=click.Path(path_type=Path), help="Write a printable sheet with QR codes, unit by unit."
)
@click.option("--dry-run", is_flag=True, help="Show who would be invited and make no codes.")
def invite(
    *,
    units: tuple[str, ...],
    role: str | None,
    name: str | None,
    group: bool,
    again: bool,
    days: int,
    sheet: Path | None,
    dry_run: bool,
) -> None:
    """Make one-time codes for people who have not joined: as text, as links, and as a sheet with QR codes."""
    settings = settings_or_end()
    words = words_of(settings)
    valid_for = timedelta(days=days)

    def make(connection: Connection, office: Office, now: datetime) -> list[Invited]:
        if group:
            code = invitations.invite(connection, office.id, None, now=now, valid_for=valid_for)
            return [Invited("", "", phrases.group_code(words=words), "", code, None)]
        if name:
            _add(connection, office, name, units, role, words=words, now=now)
        wanted = _wanted(list_people(connection, office.id), units, role, name, again=again)
        made = [
            _invite(connection, office, one, words=words, now=now, valid_for=valid_for)
            for one in {one.person_id: one for one in reversed(wanted)}.values()
        ]
        audit.note_act(
            connection, "invite", person_id=None, now=now, people=[one.person_id for one in wanted]
        )
        return made[::-1]

    if sheet is not None and not dry_run:
        _must_be_writable(sheet, words=words)  # before any code is made: each is shown only once
    made = in_office(settings, make, keep=not dry_run)
    if dry_run:
        for one in made:
            say(f"{one.unit_code}\t{one.unit}\t{one.name}\t{one.role}")
        say(phrases.invited(len(made), dry_run=True, words=words))
        return
    for one in made:
        say(
            "\t".join(
                part for part in (one.unit_code, one.unit, one.name, one.role, one.code, one.link) if part
            )
        )
    if sheet is not None:
        issuer = in_office(settings, lambda _connection, office, _now: words.of(office.name), keep=False)
        sheet.write_text(invitation_sheet(made, issuer=issuer, days=days, words=words), encoding="utf-8")
        say(phrases.sheet_written(str(sheet), words=words))
    say(phrases.invited(len(made), dry_run=False, words=words))


@people.command("list")
@click.option("--missing", is_flag=True, help="Only people who have not joined.")
def list_(*, missing: bool) -> None:
    """List everybody with a post: who has joined, and whom no message reaches."""
    settings = settings_or_end()
    words = words_of(settings)
    rows = in_office(
        settings, lambda connection, office, _now: list_people(connection, office.id), keep=False
    )
    for one in rows:
        if not (missing and one.joined):
            state = phrases.joined_state(joined=one.joined, lost=one.lost_why is not None, words=words)
            say(f"{one.unit_code}\t{one.unit_name}\t{one.name}\t{role_name(one.role, words=words)}\t{state}")
    joined = len({one.person_id for one in rows if one.joined})
    say(phrases.joined_count(joined, len({one.person_id for one in rows}), words=words))


def _must_be_writable(file: Path, *, words: Words) -> None:
    try:
        file.open("a", encoding="utf-8").close()
    except OSError:
        end(phrases.file_not_writable(str(file), words=words))


def _add(
    connection: Connection,
    office: Office,
    name: str,
    units: tuple[str, ...],
    role: str | None,
    *,
    words: Words,
    now: datetime,
) -> None:
    """Somebody who is not in the roster takes up a post. Named a second time, it is the same person."""
    rows = {unit.code: row for row, unit in load_units(connection, office.id).items()}
    if role is None or len(units) != 1 or units[0] not in rows:
        end(phrases.name_needs_unit_and_role(words=words), code=2)
    unit_id = rows[units[0]]
    held = [post for post in people_db.posts_of_units(connection, [unit_id]) if post.name == name]
    if any(post.role == role for post in held):
        return
    person_id = held[0].person_id if held else people_db.put_person(connection, office.id, name, now=now)
    people_db.put_post(connection, person_id, unit_id, Role(role), title="", source="hand", now=now)


def _wanted(
    rows: list[Listed], units: tuple[str, ...], role: str | None, name: str | None, *, again: bool
) -> list[Listed]:
    return [
        one
        for one in rows
        if (again or not one.joined)
        and (not units or one.unit_code in units)
        and (role is None or one.role == role)
        and (name is None or one.name == name)
    ]


def _invite(
    connection: Connection, office: Office, one: Listed, *, words: Words, now: datetime, valid_for: timedelta
) -> Invited:
    code = invitations.invite(connection, office.id, one.person_id, now=now, valid_for=valid_for)
    role = one.title or role_name(one.role, words=words)
    return Invited(one.unit_code, one.unit_name, one.name, role, code, deep_link(connection, code))
