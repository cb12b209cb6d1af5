"""What a new report is held against: the unit's other periods, other units of its kind, who sent it before."""

from dataclasses import replace

from bot.db import past_reports, reports
from bot.db.session import Connection
from bot.db.units import load_unit, load_units
from bot.gather.past import past_of
from bot.gather.shelf import Shelf
from tests.db.cast import NOW, Cast, begin, send

F2 = "F2"
THIS, LAST, BEFORE = "2027-2028", "2026-2027", "2025-2026"
ANSWERS: dict[str, object] = {"integrated_lessons": 40, "positive_posts": 12}


def sent(connection: Connection, cast: Cast, period: str, answers: dict[str, object]) -> int:
    key = cast.owes(cast.officer, form=F2, period=period)
    report_id, _ = send(connection, cast, cast.officer, key, answers=answers)
    return report_id


def past(connection: Connection, cast: Cast, *, period: str = THIS) -> dict[str, object]:
    shelf = Shelf()
    key = cast.owes(cast.officer, form=F2, period=period)
    planned = shelf.plan(connection, cast.plan.version_id).form(F2)
    unit = load_unit(connection, cast.officer.unit_id)
    return past_of(connection, shelf, key, planned, unit, person_id=cast.officer.person_id)


def test_first_report_has_no_past(connection: Connection, cast: Cast) -> None:
    assert past(connection, cast) == {"practised": False}


def test_last_report_is_that_of_the_period_before(connection: Connection, cast: Cast) -> None:
    sent(connection, cast, BEFORE, {"integrated_lessons": 7})
    sent(connection, cast, LAST, ANSWERS)

    assert past(connection, cast) == {"practised": True, "last": ANSWERS}


def test_later_period_is_no_past(connection: Connection, cast: Cast) -> None:
    sent(connection, cast, THIS, ANSWERS)

    assert "last" not in past(connection, cast, period=LAST)


def test_returned_report_is_not_what_the_unit_says(connection: Connection, cast: Cast) -> None:
    report_id = sent(connection, cast, LAST, ANSWERS)
    reports.review(connection, report_id, state="returned", by_id=cast.staff.person_id, note="thiếu", now=NOW)

    assert "last" not in past(connection, cast)


def test_remarks_come_back_with_the_report(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    filling = begin(connection, cast, cast.officer, key)
    report_id, _ = reports.put_report(
        connection,
        filling_id=filling,
        key=key,
        plan_version_id=cast.plan.version_id,
        answers={"attended": [10, 45]},
        author_id=cast.officer.person_id,
        channel="telegram",
        remarks={"attended": "Nghỉ do bão"},
        now=NOW,
    )

    report = reports.load_report(connection, report_id)

    assert report is not None
    assert report.remarks == {"attended": "Nghỉ do bão"}


def test_five_like_units_give_a_median(connection: Connection, cast: Cast) -> None:
    """Primary schools of up to twice the size, about the same period."""
    own = load_unit(connection, cast.officer.unit_id)
    others = {row: one for row, one in load_units(connection, cast.committee).items() if one.code != own.code}
    like = [
        row
        for row, one in others.items()
        if (one.kind, one.level) == (own.kind, own.level)
        and own.figures["pupils"] <= 2 * one.figures["pupils"] <= 4 * own.figures["pupils"]
    ][:5]
    for number, row in enumerate(like):
        of_other(connection, cast, row, number)
    of_other(connection, cast, cast.other.unit_id, 900)

    assert past(connection, cast) == {"practised": False, "near": {"positive_posts": [5, "2"]}}
    assert past_reports.has_sent(connection, cast.staff.person_id, plan_id=cast.plan.id, form=F2)


def of_other(connection: Connection, cast: Cast, unit_id: int, posts: int) -> None:
    """Another unit's report about the same period."""
    who = replace(cast.staff, unit_id=unit_id)
    send(connection, cast, who, cast.owes(who, form=F2, period=THIS), answers={"positive_posts": posts})
