"""Figures: what reports say about indicators, each leading to its report."""

from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select

from bot.core.indicators import Figure
from bot.db import figures
from bot.db.assignments import mark_reported
from bot.db.session import Connection
from bot.db.tables import figure
from tests.db.cast import NOW, Cast, send

LATER = NOW + timedelta(days=1)


def test_figures_come_back_as_they_were_saved(connection: Connection, cast: Cast) -> None:
    saved = {
        "ratio": Figure(Decimal(43), Decimal(45)),
        "money": Figure(Decimal("1234567.25"), None),
        "round": Figure(Decimal(100), Decimal(1)),
        "not_for_us": Figure(None, None, excluded=True),
    }
    key = cast.owes(cast.officer)
    report_id, _ = send(connection, cast, cast.officer, key)

    figures.save_figures(connection, key, report_id, saved, now=NOW)

    assert figures.figures_of_round(connection, cast.plan.id, "F1", "once") == {
        indicator: {"T14": value} for indicator, value in saved.items()
    }


def test_every_figure_leads_to_its_report(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    report_id, _ = send(connection, cast, cast.officer, key)

    figures.save_figures(connection, key, report_id, {"ratio": Figure(Decimal(1), Decimal(2))}, now=NOW)

    row = connection.execute(select(figure)).one()
    assert (row.report_id, row.unit_id, row.at) == (report_id, cast.officer.unit_id, NOW)


def test_later_version_says_it_anew(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    first, _ = send(connection, cast, cast.officer, key)
    figures.save_figures(
        connection, key, first, {"a": Figure(Decimal(1), None), "b": Figure(Decimal(1), None)}, now=NOW
    )
    second, _ = send(connection, cast, cast.officer, key, at=LATER)

    figures.save_figures(connection, key, second, {"a": Figure(Decimal(2), None)}, now=LATER)

    assert figures.figures_of_round(connection, cast.plan.id, "F1", "once") == {
        "a": {"T14": Figure(Decimal(2), None)}
    }


def test_report_without_figures_takes_the_earlier_ones_back(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    first, _ = send(connection, cast, cast.officer, key)
    figures.save_figures(connection, key, first, {"a": Figure(Decimal(1), None)}, now=NOW)
    second, _ = send(connection, cast, cast.officer, key, at=LATER)

    figures.save_figures(connection, key, second, {}, now=LATER)

    assert figures.figures_of_round(connection, cast.plan.id, "F1", "once") == {}


def test_units_and_rounds_are_kept_apart(connection: Connection, cast: Cast) -> None:
    for who, form, period, value in (
        (cast.officer, "F1", "once", 1),
        (cast.other, "F1", "once", 2),
        (cast.officer, "F2", "2026-2027", 3),
    ):
        key = cast.owes(who, form=form, period=period)
        report_id, _ = send(connection, cast, who, key)
        figures.save_figures(connection, key, report_id, {"a": Figure(Decimal(value), None)}, now=NOW)

    assert figures.figures_of_round(connection, cast.plan.id, "F1", "once") == {
        "a": {"T14": Figure(Decimal(1), None), "T25": Figure(Decimal(2), None)}
    }
    assert figures.figures_of_round(connection, cast.plan.id, "F2", "2026-2027") == {
        "a": {"T14": Figure(Decimal(3), None)}
    }


def test_latest_round_of_a_form_is_the_one_opened_last(connection: Connection, cast: Cast) -> None:
    def rounds(day: date) -> dict[str, str]:
        found = figures.latest_rounds(connection, cast.plan.id, opened_by=day)
        return {form: found[form] for form in ("F1", "D2") if form in found}

    assert rounds(date(2026, 11, 1)) == {}
    assert rounds(date(2026, 11, 23)) == {"F1": "once", "D2": "2026-Q4"}
    assert rounds(date(2027, 2, 13)) == {"F1": "once", "D2": "2027-Q1"}


def test_units_that_have_not_reported_are_waited_for(connection: Connection, cast: Cast) -> None:
    before = figures.waiting_units(connection, cast.plan.id, "F1", "once", "HP-31")
    key = cast.owes(cast.officer)
    report_id, _ = send(connection, cast, cast.officer, key)
    mark_reported(connection, key, report_id, results={}, now=NOW)

    after = figures.waiting_units(connection, cast.plan.id, "F1", "once", "HP-31")

    assert len(before) == 40
    assert set(before) - set(after) == {"T14"}
    assert figures.waiting_units(connection, cast.plan.id, "F1", "2026", "HP-31") == ()
