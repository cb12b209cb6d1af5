"""The privacy notice, as whoever joins now would read it."""

from handlers.turn import Turn
from locales.phrases import joining as phrases


def privacy_notice(turn: Turn) -> str:
    """Its very words: they are kept with the agreement."""
    running = turn.shelf.running(turn.connection, turn.office.id, today=turn.today)
    plans = running or turn.shelf.all(turn.connection, turn.office.id)
    titles = [turn.words.of(plan.short) or turn.words.of(plan.title) for _, plan in plans]
    return phrases.notice(
        turn.words.of(turn.office.name),
        plan=turn.words.list(titles),
        channel=turn.incoming.address.channel,
        days=turn.office.keep_messages.days,
        words=turn.words,
    )
