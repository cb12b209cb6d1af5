"""`/tonghop`: the digest as of now."""

from collections.abc import Sequence

from bot.core.messages import Reply
from bot.gather.digests import gather_digest
from handlers.turn import Turn
from locales.phrases import digest as phrases


def digest(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """One message for each plan that is running; where none is, for those of the past."""
    running = turn.shelf.running(turn.connection, turn.office.id, today=turn.today)
    replies = []
    for stored, plan in running or turn.shelf.all(turn.connection, turn.office.id):
        gathered = gather_digest(
            turn.connection, turn.office, stored, plan, turn.shelf, week_of=turn.now, now=turn.now
        )
        replies.append(phrases.digest(gathered, plan, zone=turn.zone, words=turn.words))
    return replies or [phrases.no_plan(words=turn.words)]
