"""`báo cáo kỳ trước`, `báo cáo tháng 10`: the report of the period that is named, and always said of which."""

from collections.abc import Sequence

from bot.core.asked_period import AskedPeriod
from bot.core.buttons import Key, read_button, read_key
from bot.core.messages import Reply
from bot.db import reports
from handlers import form, tasks
from handlers.history import title_of
from handlers.turn import Turn
from locales.phrases import past as phrases
from locales.phrases import tasks as task_phrases
from locales.phrases.tasks import Item

FAR_BACK = 300
"""Reports that are looked through."""


def open_period(turn: Turn, asked: AskedPeriod, said: str) -> Sequence[Reply]:
    """Open what is owed of that period, or list it; else say that it was reported, or is not asked for."""
    assert turn.person is not None
    ranked: dict[int, list[Item]] = {}
    for item in tasks.open_items(turn):
        rank = None if item.each else asked.rank(_key(item)[3])
        if rank is not None:
            ranked.setdefault(rank, []).append(item)
    found = ranked[min(ranked)] if ranked else []
    if len(found) == 1:
        return form.open_form(turn, _key(found[0]))
    if found:
        return [task_phrases.listed(found, today=turn.today, words=turn.words)]
    sent = [
        one
        for one in reports.sent_by_units(turn.connection, turn.person.units, most=FAR_BACK)
        if asked.rank(one.period) is not None
    ]
    if not sent:
        return [Reply(phrases.nothing_of(said, words=turn.words)), *tasks.show(turn)]
    one = min(sent, key=lambda report: asked.rank(report.period) or 0)
    return [
        phrases.reported(
            title_of(turn, one),
            one.unit_name,
            code=one.code,
            at=turn.words.moment(one.submitted_at, turn.zone),
            words=turn.words,
        )
    ]


def _key(item: Item) -> Key:
    read = read_button(item.data)
    key = read_key(read[1]) if read is not None else None
    assert key is not None, "our own button"
    return key
