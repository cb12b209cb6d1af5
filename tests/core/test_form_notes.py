"""Notes are read with the question behind them."""

from bot.core.forms.model import Type
from bot.core.forms.outcomes import Asked, Echo
from tests.core.talking import (
    HELD,
    HELD_ON,
    Talk,
    question,
)


def test_note_is_read_with_the_question_behind_it() -> None:
    note = question("note", Type.NOTE)
    first, second = question("first", Type.TEXT), question("second", Type.TEXT)
    talk = Talk(first, note, second)

    assert talk.outcome == Asked(first, (1, 2))
    assert talk.say("một") == Asked(second, (2, 2), echo=Echo(first, "một"), notes=(note,))


def test_note_of_a_question_that_is_not_asked_is_read_with_the_next_one() -> None:
    intro, about_day = question("intro", Type.NOTE), question("about_day", Type.NOTE)
    last = question("last", Type.TEXT)
    talk = Talk(intro, HELD, about_day, HELD_ON, last)

    assert talk.asked.notes == (intro,)
    assert talk.say("chưa") == Asked(last, (2, 2), echo=Echo(HELD, "not_yet"), notes=(about_day,))


def test_note_is_read_only_where_its_condition_holds_and_its_task_concerns_the_unit() -> None:
    praise = question("praise", Type.NOTE, relevant="${held} = 'yes'")
    others = question("others", Type.NOTE, task="P-9")
    last = question("last", Type.TEXT)

    assert Talk(HELD, praise, others, last).say("có") == Asked(
        last, (2, 2), echo=Echo(HELD, "yes"), notes=(praise,)
    )
    assert Talk(HELD, praise, others, last).say("chưa") == Asked(last, (2, 2), echo=Echo(HELD, "not_yet"))
