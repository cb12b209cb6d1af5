"""What changed for people: forms as they are owed before and after."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.owed_changes import OwedChange, Owing, one_after_another, owed_changes

DAY = date(2027, 1, 20)
LATER = date(2027, 1, 25)


def owing(task: str = "A", *, form: str = "F", due: date = DAY, unit: int = 1) -> Owing:
    return Owing(unit, form, "2026-2027", task, due)


def change(before: date | None, after: date | None, *, form: str = "F") -> OwedChange:
    return OwedChange(1, form, "2026-2027", before, after)


def test_same_work_is_no_change() -> None:
    assert owed_changes([owing("A"), owing("B")], [owing("B"), owing("A")]) == ()


def test_new_moved_and_dropped_forms() -> None:
    found = owed_changes(
        [owing(form="moved"), owing(form="gone")],
        [owing(form="moved", due=LATER), owing(form="new", due=DAY)],
    )

    assert found == (
        change(None, DAY, form="new"),
        change(DAY, LATER, form="moved"),
        change(DAY, None, form="gone"),
    )


def test_tasks_that_a_form_asks_for_more_and_less() -> None:
    (found,) = owed_changes([owing("A"), owing("B")], [owing("B"), owing("C")])

    assert (found.more, found.less) == (("C",), ("A",))


def test_last_day_of_a_form_is_that_of_its_most_urgent_task() -> None:
    assert owed_changes([owing("A"), owing("B", due=LATER)], [owing("A"), owing("B")]) == ()


def test_two_steps_are_told_as_one() -> None:
    first = [change(DAY, LATER), change(None, DAY, form="new")]
    then = [change(LATER, DAY), change(DAY, LATER, form="new")]

    assert one_after_another(first, then) == (change(None, LATER, form="new"),)


def test_change_survives_the_outbox() -> None:
    one = OwedChange(3, "F", "once", DAY, None, ("A",), ("B",))

    assert OwedChange.from_json(one.to_json()) == one


OWINGS = st.lists(
    st.builds(
        Owing,
        unit_id=st.integers(1, 2),
        form=st.sampled_from("FG"),
        period=st.just("once"),
        task=st.sampled_from("ABC"),
        due_on=st.integers(0, 3).map(lambda days: DAY + timedelta(days=days)),
    ),
    unique_by=lambda one: (one.unit_id, one.form, one.task),
)


@given(OWINGS, OWINGS, OWINGS)
def test_two_steps_come_to_the_same_as_one(first: list[Owing], then: list[Owing], last: list[Owing]) -> None:
    steps = one_after_another(owed_changes(first, then), owed_changes(then, last))

    at_once = owed_changes(first, last)
    assert [(one.key, one.before, one.after) for one in steps if one.before != one.after] == [
        (one.key, one.before, one.after) for one in at_once if one.before != one.after
    ]


@given(OWINGS, OWINGS)
def test_way_back_undoes_each_change(first: list[Owing], then: list[Owing]) -> None:
    there, back = owed_changes(first, then), owed_changes(then, first)

    assert {(one.key, one.before, one.after, one.more, one.less) for one in there} == {
        (one.key, one.after, one.before, one.less, one.more) for one in back
    }
