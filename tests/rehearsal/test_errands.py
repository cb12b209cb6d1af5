"""What simulated people come for: said as a person would say it, and over in a few steps."""

from collections.abc import Sequence
from random import Random

from bot.core.messages import Choice, Reply
from bot.core.messages import Kind as Did
from bot.rehearsal.answering import Said
from bot.rehearsal.errands import AskForTime, Errand, PutOff, Review
from bot.rehearsal.habits import Reviewing
from locales.phrases import rehearsed_people as phrases
from locales.words import in_language

WORDS = in_language("vi")
NEVER, ALWAYS = Reviewing(returns=0, refuses=0), Reviewing(returns=1, refuses=1)
QUEUE = ("rev:7", "exr:3")
REPORT = ("acc:7", "ret:7", "evi:7")
REQUEST = ("exr:3.yes", "exr:3.no")


def offers(*data: str) -> Reply:
    return Reply("…", tuple(Choice(one, one) for one in data))


def said(errand: Errand, *replies: Sequence[str]) -> list[Said | None]:
    return [errand.begins, *(errand.goes_on(offers(*one)) for one in replies)]


def press(data: str) -> Said:
    return Did.PRESS, data


def reviewing(habit: Reviewing, seen: set[str] | None = None) -> Review:
    return Review(habit, set() if seen is None else seen, Random(1), WORDS)


def test_reminder_is_put_off_to_a_time_that_is_offered() -> None:
    begins, chosen, after = said(PutOff(Random(1), WORDS), ("later:1",), ("later:1",))

    assert (begins, chosen, after) == ((Did.TEXT, "nhắc sau"), press("later:1"), None)


def test_nothing_is_put_off_where_no_time_is_offered() -> None:
    assert said(PutOff(Random(1), WORDS), ())[1:] == [None]


def test_more_time_is_asked_for_one_report_until_a_day_and_with_a_reason() -> None:
    errand = AskForTime(Random(1), WORDS)

    begins, which, day, why, after = said(
        errand, ("ext:1.2.F1.once", "ext:1.2.F2.once"), ("ext:20261207",), (), ()
    )

    assert (begins, which, day, after) == (
        (Did.TEXT, "gia hạn"),
        press("ext:1.2.F1.once"),
        press("ext:20261207"),
        None,
    )
    assert why in [(Did.TEXT, phrases.why_more_time(one / 3, words=WORDS)) for one in range(3)]


def test_staff_accept_and_grant_what_waits() -> None:
    done = said(reviewing(NEVER), QUEUE, REPORT, QUEUE[1:], REQUEST, ())

    assert done == [
        (Did.TEXT, "duyệt"),
        press("rev:7"),
        press("acc:7"),
        press("exr:3"),
        press("exr:3.yes"),
        None,
    ]


def test_staff_return_and_refuse_with_a_reason() -> None:
    _, _, returns, why_returned, _, refuses, why_refused, after = said(
        reviewing(ALWAYS), QUEUE, REPORT, (), QUEUE[1:], REQUEST, (), ()
    )

    assert (returns, refuses, after) == (press("ret:7"), press("exr:3.no"), None)
    assert why_returned is not None
    assert why_returned[0] is Did.TEXT
    assert why_refused is not None
    assert why_refused[0] is Did.TEXT


def test_what_one_may_not_decide_is_left_and_not_opened_again() -> None:
    seen: set[str] = set()

    first = said(reviewing(NEVER, seen), ("rev:7", "rev:8"), (), ("rev:7", "rev:8"), ("acc:8", "ret:8"), ())
    second = said(reviewing(NEVER, seen), ("rev:7",))

    assert first[1:] == [press("rev:7"), (Did.TEXT, "duyệt"), press("rev:8"), press("acc:8"), None]
    assert second[1:] == [None]
