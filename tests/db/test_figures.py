"""Figures: what reports say about indicators, each leading to its report."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select

from bot.core.indicators import Figure
from bot.db import figures
from bot.db.session import Connection
from bot.db.tables import figure
from tests.db.cast import NOW, Cast, Key, send
from tests.house import Member

LATER = NOW + timedelta(days=1)
ONE = Figure(Decimal(1), None)
TWO = Figure(Decimal(2), None)


class Desk:
    """Reports whose figures a test sets as it likes."""

    def __init__(self, connection: Connection, cast: Cast) -> None:
        self.connection = connection
        self.cast = cast

    def report(self, who: Member, key: Key, said: Mapping[str, Figure]) -> int:
        report_id, _ = send(self.connection, self.cast, who, key)
        figures.save_figures(self.connection, key, report_id, said, roster_version=7, now=NOW)
        return report_id

    def told(self, indicator: str, form: str = "F1", period: str = "once") -> Mapping[str, Figure]:
        rows = figures.told(self.connection, self.cast.plan.id, indicator, form, period)
        return {one.unit: one.figure for one in rows}


def test_figures_come_back_as_they_were_saved(connection: Connection, cast: Cast) -> None:
    desk = Desk(connection, cast)
    saved = {
        "ratio": Figure(Decimal(43), Decimal(45)),
        "money": Figure(Decimal("1234567.25"), None),
        "round": Figure(Decimal(100), Decimal(1)),
        "not_for_us": Figure(None, None, excluded=True),
        "told": Figure(None, None, words='"Cách làm hay"'),
    }

    desk.report(cast.officer, cast.owes(cast.officer), saved)

    assert {name: desk.told(name) for name in saved} == {name: {"T14": one} for name, one in saved.items()}


def test_every_figure_leads_to_its_report_and_its_roster(connection: Connection, cast: Cast) -> None:
    report_id = Desk(connection, cast).report(
        cast.officer, cast.owes(cast.officer), {"ratio": Figure(Decimal(1), Decimal(2))}
    )

    row = connection.execute(select(figure)).one()
    assert (row.report_id, row.unit_id, row.at) == (report_id, cast.officer.unit_id, NOW)
    assert row.roster_version == 7


def test_later_version_says_it_anew(connection: Connection, cast: Cast) -> None:
    desk = Desk(connection, cast)
    key = cast.owes(cast.officer)
    desk.report(cast.officer, key, {"a": ONE, "b": ONE})

    desk.report(cast.officer, key, {"a": TWO})

    assert (desk.told("a"), desk.told("b")) == ({"T14": TWO}, {})


def test_report_without_figures_takes_the_earlier_ones_back(connection: Connection, cast: Cast) -> None:
    desk = Desk(connection, cast)
    key = cast.owes(cast.officer)
    desk.report(cast.officer, key, {"a": ONE})

    desk.report(cast.officer, key, {})

    assert desk.told("a") == {}


def test_units_and_rounds_are_kept_apart(connection: Connection, cast: Cast) -> None:
    desk = Desk(connection, cast)
    desk.report(cast.officer, cast.owes(cast.officer), {"a": ONE})
    desk.report(cast.other, cast.owes(cast.other), {"a": TWO})
    desk.report(cast.officer, cast.owes(cast.officer, form="F2", period="2026-2027"), {"a": TWO})

    assert desk.told("a") == {"T14": ONE, "T25": TWO}
    assert desk.told("a", "F2", "2026-2027") == {"T14": TWO}
