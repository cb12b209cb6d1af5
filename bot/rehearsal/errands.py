"""What people of a rehearsal come for beside a report: another time for a reminder, more time for a report, and what
waits for the Committee's staff. Each is said as a person would say it, one thing after the other."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Protocol

from bot.core.buttons import Verb, read_button
from bot.core.messages import Choice, Reply
from bot.core.messages import Kind as Did
from bot.rehearsal.answering import Said
from bot.rehearsal.habits import Reviewing
from locales.phrases import rehearsed_people as phrases
from locales.words import Words

MOST_DAYS_ASKED = 3
"""So often a day is named; then nobody asks on."""


class Errand(Protocol):
    """`begins` opens it; `goes_on` says what is said to each answer, None once it is done."""

    begins: Said

    def goes_on(self, reply: Reply) -> Said | None: ...


class PutOff:
    """Nhắc sau: one of the times that are offered."""

    def __init__(self, dice: Random, words: Words) -> None:
        self.begins: Said = (Did.TEXT, phrases.later(words=words))
        self._dice = dice
        self._chosen = False

    def goes_on(self, reply: Reply) -> Said | None:
        times = _offered(reply, Verb.LATER)
        if self._chosen or not times:
            return None
        self._chosen = True
        return _pressed(self._dice.choice(times))


class AskForTime:
    """Gia hạn: for the first report that is named, one of the days that are offered, and why."""

    def __init__(self, dice: Random, words: Words) -> None:
        self.begins: Said = (Did.TEXT, phrases.extend(words=words))
        self._why = phrases.why_more_time(dice.random(), words=words)
        self._dice = dice
        self._days = 0
        self._explained = False

    def goes_on(self, reply: Reply) -> Said | None:
        offered = _offered(reply, Verb.EXTEND)
        days = [one for one in offered if len(_parts(one)) == 1]
        if offered and not days:
            return _pressed(offered[0])
        if days and self._days < MOST_DAYS_ASKED:
            self._days += 1
            return _pressed(self._dice.choice(days))
        if not days and self._days and not self._explained:
            self._explained = True
            return Did.TEXT, self._why
        return None


class Review:
    """Duyệt: everything that waits, one by one. `seen` is what was opened before: what may not be decided by this
    person stays in the list, and is not opened twice."""

    def __init__(self, habit: Reviewing, seen: set[str], dice: Random, words: Words) -> None:
        self.begins: Said = (Did.TEXT, phrases.review(words=words))
        self._habit = habit
        self._seen = seen
        self._dice = dice
        self._words = words
        self._why: str | None = None
        self._opened = False

    def goes_on(self, reply: Reply) -> Said | None:
        if accept := _offered(reply, Verb.ACCEPT):
            return self._decide(
                accept[0], _offered(reply, Verb.RETURN)[0], self._habit.returns, phrases.why_returned
            )
        requests = _offered(reply, Verb.EXTENSION)
        if answers := [one for one in requests if len(_parts(one)) > 1]:
            return self._decide(answers[0], answers[1], self._habit.refuses, phrases.why_refused)
        if self._why is not None:
            why, self._why = self._why, None
            return Did.TEXT, why
        waiting = [*_offered(reply, Verb.REVIEW), *requests]
        new = next((one for one in waiting if one.data not in self._seen), None)
        if new is not None:
            self._seen.add(new.data)
            self._opened = True
            return _pressed(new)
        if not waiting and self._opened:  # it may not be decided, and the list did not come with the answer
            self._opened = False
            return self.begins
        return None

    def _decide(self, yes: Choice, no: Choice, often_no: float, why: Callable[..., str]) -> Said:
        self._opened = False
        if self._dice.random() >= often_no:
            return _pressed(yes)
        self._why = why(self._dice.random(), words=self._words)
        return _pressed(no)


def _offered(reply: Reply, verb: Verb) -> Sequence[Choice]:
    return [one for one in reply.choices if (read := read_button(one.data)) is not None and read[0] is verb]


def _parts(choice: Choice) -> Sequence[str]:
    read = read_button(choice.data)
    return () if read is None else read[1]


def _pressed(choice: Choice) -> Said:
    return Did.PRESS, choice.data
