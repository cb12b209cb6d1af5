"""`hoàn tác`, `khôi phục`: a report accepted by a slip waits again, a form thrown away is taken up again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.folding import natural
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.said import Word
from bot.core.messages import Reply
from bot.db import assignments, audit, cancelled, fillings, occasions, reports, reviews
from bot.db.cancelled import Cancelled
from bot.db.live_assignments import is_asked
from bot.db.plans import plans_in_force
from handlers import behalf, form, review, together
from handlers.occasions import is_one
from handlers.turn import Turn
from locales.phrases import undoing as phrases

SLIP = timedelta(minutes=10)
"""So long an acceptance can be taken back by whoever gave it."""


def undo(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """The last thing that the person did and that can be taken back: an acceptance, the last answer of the form that is
    open, a form that was thrown away."""
    assert turn.person is not None
    accepted = reviews.accepted_last(turn.connection, turn.person.id, since=turn.now - SLIP)
    if accepted is not None:
        return take_back(turn, [str(accepted)])
    if turn.chat.filling is not None:
        return form.say_word(turn, turn.chat.filling, Word.BACK)
    return _restored_last(turn) or [phrases.nothing(words=turn.words)]


def restore_last(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """`khôi phục`: the form that was thrown away last."""
    return _restored_last(turn) or [phrases.nothing_thrown_away(words=turn.words)]


def _restored_last(turn: Turn) -> Sequence[Reply]:
    assert turn.person is not None
    thrown_away = cancelled.find_cancelled(turn.connection, turn.person.id, since=turn.now - phrases.KEPT)
    return _restored(turn, thrown_away) if thrown_away is not None else ()


def take_back(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Hoàn tác* under an acceptance: only by whoever gave it, for a while, and before anything else happened."""
    report = review.reviewable(turn, parts)
    if isinstance(report, Reply):
        return [report]
    assert turn.person is not None
    if not reviews.take_back(
        turn.connection, report.id, by_id=turn.person.id, since=turn.now - SLIP, now=turn.now
    ):
        if report.state == "submitted":  # pressed twice, or a newer look is asked for anyhow
            return review.show(turn, parts)
        return [phrases.too_late(words=turn.words)]
    assignments.mark_reviewed(turn.connection, report.id, state="reported")
    audit.note_act(
        turn.connection, "take_back_acceptance", person_id=turn.person.id, now=turn.now, report=report.id
    )
    review.tell(turn, report, lambda title, words: phrases.tell_taken_back(title, words=words))
    return [Reply(phrases.taken_back(report.unit_name, words=turn.words)), *review.queue(turn)]


def restore(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Khôi phục* under a form that was thrown away."""
    assert turn.person is not None
    filling_id = natural(parts[0])
    found = None
    if filling_id is not None:
        since = turn.now - phrases.KEPT
        found = cancelled.find_cancelled(turn.connection, turn.person.id, since=since, filling_id=filling_id)
        if found is None and any(
            one.id == filling_id for one in fillings.begun_by(turn.connection, turn.person.id)
        ):  # pressed twice
            return form.open_filling(turn, filling_id)
    return [phrases.not_restored(words=turn.words)] if found is None else _restored(turn, found)


def _restored(turn: Turn, thrown_away: Cancelled) -> Sequence[Reply]:
    assert turn.person is not None
    key = thrown_away.key
    begun = next((one for one in fillings.begun_by(turn.connection, turn.person.id) if one.key == key), None)
    if begun is not None and together.entered_anew(
        turn, key, begun.plan_version_id, begun.scene, begun.state
    ):
        return [phrases.not_restored(words=turn.words)]
    if not behalf.may_report(turn, key[1]):
        return [phrases.not_restored(words=turn.words)]
    if is_one(key):
        occasions.ask_again(turn.connection, key)
    standing = reports.latest(turn.connection, key)
    stored = next(
        (one for one in plans_in_force(turn.connection, turn.committee_id) if one.id == key[0]), None
    )
    if stored is None or not (standing is not None or is_asked(turn.connection, key)):
        return [phrases.not_restored(words=turn.words)]
    if begun is not None:
        fillings.end_filling(turn.connection, begun.id, status="closed", now=turn.now)
    filling = Filling.from_json(thrown_away.state)
    stand = filling.stand
    if stand in (Stand.CANCEL, Stand.WHICH):
        stand = Stand.QUESTION if filling.at is not None else Stand.SUMMARY
    latest = standing.id if standing is not None else None
    cancelled.take_up(
        turn.connection,
        thrown_away.id,
        replace(filling, stand=stand).to_json(),
        news="version" if stored.version_id != thrown_away.plan_version_id else None,
        overtaken_by=latest if latest != thrown_away.base_id else None,
        now=turn.now,
    )
    return form.open_filling(turn, thrown_away.id)
