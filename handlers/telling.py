"""What was decided about a unit's request or report is told to who reports for the unit now."""

from collections.abc import Callable

from bot.core.hearing import heard_by
from bot.core.messages import Address, Reply
from bot.db import outbox
from bot.db.outbox import Kind
from bot.gather.present_officers import present_officers, still_serves
from handlers.turn import Turn
from locales.phrases import hats as phrases
from locales.words import Words, in_language

Say = Callable[[Words, bool], Reply]
"""The words, to whoever asked (True) or to who took that work over (False)."""


def tell_unit(
    turn: Turn,
    unit_id: int,
    unit: str,
    say: Say,
    *,
    key: str,
    asker_id: int | None,
    on_behalf: bool = False,
) -> None:
    """Each hears it once, in their language, in the send windows. `asker_id` asked or reported; `on_behalf` of a unit
    that is not their own: then the unit's officers hear it as well."""
    hearers = {
        one.person_id: one
        for one in present_officers(
            turn.connection, turn.office.id, unit_id, asker_id=asker_id, today=turn.today
        )
    }
    author = still_serves(turn.connection, asker_id) if on_behalf else None
    if author is not None:
        hearers.setdefault(author.person_id, author)
    for to in hearers.values():
        words = in_language(to.language or turn.office.language)
        own = to.person_id == asker_id
        reply = say(words, own)
        if not own:
            reply = reply.below(phrases.for_unit(unit, words=words))
        outbox.put_once(
            turn.connection,
            Address(to.channel, to.chat),
            {**reply.to_json(), **heard_by(to.person_id, post=True)},
            kind=Kind.NOTICE,
            key=f"{key}:{to.person_id}",
            now=turn.now,
            not_before=turn.office.windows.next_opening(turn.now),
        )
