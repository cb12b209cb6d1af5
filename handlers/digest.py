"""`/tonghop`: the digest as of now."""

from collections.abc import Sequence

from bot.core.messages import Reply
from bot.db.plans import plans_in_force
from bot.gather.digests import gather_digest
from handlers.turn import Turn
from locales.phrases import digest as phrases


def digest(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """One message for each plan."""
    replies = []
    for stored in plans_in_force(turn.connection, turn.office.id):
        plan = turn.shelf.plan(turn.connection, stored.version_id)
        gathered = gather_digest(turn.connection, turn.office, stored, plan, week_of=turn.now, now=turn.now)
        replies.append(phrases.digest(gathered, plan, zone=turn.zone, words=turn.words))
    return replies or [phrases.no_plan(words=turn.words)]
