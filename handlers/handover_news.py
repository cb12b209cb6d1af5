"""Who is told that a post was handed over: whoever held it, the unit's others, the Committee's staff."""

from typing import Any

from bot.core.hearing import heard_by
from bot.core.people import Role
from bot.db import contacts, outbox
from bot.db.invitations import Invitation
from bot.db.outbox import Kind
from bot.db.people import language_of, posts_of_units
from bot.db.reminders import people_with, reached_people
from handlers.turn import Turn
from locales.phrases import handover as phrases
from locales.words import in_language


def tell(turn: Turn, invitation: Invitation, *, by: str, unit: str) -> None:
    """Each once, in the send windows."""
    assert turn.person is not None
    assert invitation.unit_id is not None
    others = {post.person_id for post in posts_of_units(turn.connection, [invitation.unit_id])}
    staff = {one.person_id for one in people_with(turn.connection, turn.committee_id, Role.STAFF)}
    others |= staff
    others -= {turn.person.id, invitation.replaces_id or 0}
    told = {*others, invitation.replaces_id or 0}
    for person_id, to in reached_people(turn.connection, told).items():
        words = in_language(language_of(turn.connection, person_id) or turn.office.language)
        if person_id == invitation.replaces_id:
            reply = phrases.thanks(to.name, unit, by=by, issuer=words.of(turn.office.name), words=words)
        else:
            reply = phrases.taken_over(to.name, unit, by=by, staff=person_id in staff, words=words)
        addresses = contacts.addresses_of(turn.connection, person_id)
        outbox.put_once(
            turn.connection,
            addresses[-1],
            {**reply.to_json(), **_hearer(person_id, invitation, staff=person_id in staff)},
            kind=Kind.NOTICE,
            key=f"handover:{invitation.id}:{person_id}",
            now=turn.now,
            not_before=turn.office.windows.next_opening(turn.now),
        )


def _hearer(person_id: int, invitation: Invitation, *, staff: bool) -> dict[str, Any]:
    """Whoever held the post hears it without any; the others as what they are."""
    if person_id == invitation.replaces_id or invitation.unit_id is None:
        return heard_by(person_id)
    return heard_by(person_id, role=Role.STAFF) if staff else heard_by(person_id, units=[invitation.unit_id])
