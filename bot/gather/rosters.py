"""Loading a roster: units, and the people who answer for them."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack
from datetime import date, datetime

from bot.core.roster import (
    Entry,
    Holder,
    Loaded,
    PostChange,
    compare,
    with_known_phones,
    with_short_names,
)
from bot.core.units import Unit
from bot.db import people
from bot.db.people import HeldPost
from bot.db.plans import plans_in_force
from bot.db.session import Connection
from bot.db.units import load_units, next_roster_version, put_units, save_units
from bot.gather.people_asked import as_people_asked
from bot.gather.shelf import Shelf
from bot.gather.totals import kept_true


def load_roster(
    connection: Connection,
    committee_id: int,
    entries: Sequence[Entry],
    *,
    now: datetime,
    today: date | None = None,
    shelf: Shelf | None = None,
) -> Loaded:
    """Bring units and posts up to date. The same roster twice changes nothing the second time. Units that it does
    not name, and posts that were given by hand, are left alone. The totals of the plans follow."""
    entries, left_out = as_people_asked(connection, committee_id, entries)
    existing = load_units(connection, committee_id)
    by_code = {unit.code: unit for unit in existing.values()}
    wanted = with_short_names([entry.unit for entry in entries], known=by_code)
    changes = compare(by_code, with_known_phones(wanted, known=by_code))
    today = today or now.date()
    put_units(connection, committee_id, changes.added, today=today)
    rows = {unit.code: row for row, unit in existing.items()}
    change_units(
        connection,
        committee_id,
        {rows[change.after.code]: (change.after, change.what) for change in changes.changed},
        today=today,
        shelf=shelf or Shelf(),
    )
    posts = _load_posts(connection, committee_id, entries, now=now)
    loaded = Loaded(changes, tuple(posts), left_out)
    if not loaded.nothing:
        next_roster_version(connection, committee_id)
    return loaded


def change_units(
    connection: Connection,
    committee_id: int,
    changed: Mapping[int, tuple[Unit, Collection[str]]],
    *,
    today: date,
    shelf: Shelf,
) -> None:
    """Bring units up to date, {row: (unit, what differs)}, and with them the totals of all plans: a unit that has not
    reported counts with the figures that it has now, itself or in its successor, and where it belongs now. What was
    reported stays as it was."""
    if not changed:
        return
    successors = {unit.successor for unit, _ in changed.values() if unit.successor}
    rows = {*changed}
    if successors:
        everyone = load_units(connection, committee_id)
        rows |= {row for row, unit in everyone.items() if unit.code in successors}
    with ExitStack() as stack:
        for stored in plans_in_force(connection, committee_id):
            plan = shelf.plan(connection, stored.version_id)
            kept = kept_true(connection, stored.id, plan, committee_id=committee_id, units=sorted(rows))
            stack.enter_context(kept)
        save_units(connection, changed, today=today)


def _load_posts(
    connection: Connection, committee_id: int, entries: Sequence[Entry], *, now: datetime
) -> list[PostChange]:
    rows = {unit.code: row for row, unit in load_units(connection, committee_id).items()}
    held: dict[int, list[HeldPost]] = {}
    for post in people.posts_of_units(connection, [rows[entry.unit.code] for entry in entries]):
        held.setdefault(post.unit_id, []).append(post)
    changes: list[PostChange] = []
    for entry in entries:
        unit_id = rows[entry.unit.code]
        current = held.get(unit_id, [])
        persons = {post.name: post.person_id for post in current}
        named = {(holder.name, holder.role, holder.title) for holder in entry.holders}
        gone = [
            post
            for post in current
            if post.source == "roster" and (post.name, post.role, post.title) not in named
        ]
        kept = {(post.name, post.role) for post in current if post not in gone}
        for holder in entry.holders:
            if (holder.name, holder.role) in kept:
                continue
            if holder.name not in persons:
                persons[holder.name] = people.put_person(connection, committee_id, holder.name, now=now)
            people.put_post(
                connection,
                persons[holder.name],
                unit_id,
                holder.role,
                title=holder.title,
                source="roster",
                now=now,
            )
            changes.append(PostChange(entry.unit.code, holder, began=True))
        for post in gone:
            people.end_post(connection, post.id, now=now)
            left = Holder(post.name, post.role, post.title)
            changes.append(PostChange(entry.unit.code, left, began=False))
    return changes
