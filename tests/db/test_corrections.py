"""Corrections of the roster: asked for with a report, decided once, and then in the roster and its totals."""

from collections.abc import Mapping

import pytest

from bot.core.forms.filling import Correction
from bot.core.totals import difference
from bot.db import corrections, figures
from bot.db.session import Connection
from bot.db.units import load_unit, roster_version
from handlers.corrections import accept, decline
from tests.db.cast import NOW, Cast, send
from tests.db.test_kept_totals import Town

MORE = {"unit_teachers": Correction(44, 46, "Có 2 giáo viên mới")}


def ask(connection: Connection, cast: Cast, wanted: Mapping[str, Correction] = MORE) -> int:
    """A report of T14 that asks for it. Returns the report's id."""
    key = cast.owes(cast.officer)
    report_id, _ = send(connection, cast, cast.officer, key)
    corrections.put_corrections(connection, report_id, key, wanted)
    return report_id


def test_request_leads_to_its_report_its_unit_and_its_reason(connection: Connection, cast: Cast) -> None:
    report_id = ask(connection, cast)

    (request,) = corrections.waiting(connection, cast.committee, most=10)

    assert (request.report_id, request.unit_id, request.state) == (report_id, cast.officer.unit_id, "open")
    assert (request.figure, request.before, request.after) == ("teachers", 44, 46)
    assert request.reason == "Có 2 giáo viên mới"
    assert corrections.open_corrections(connection, report_id) == MORE


def test_newer_version_of_the_report_replaces_what_nobody_decided(connection: Connection, cast: Cast) -> None:
    first = ask(connection, cast)

    ask(connection, cast, {})

    assert [one.state for one in corrections.of_report(connection, first)] == ["replaced"]
    assert corrections.waiting(connection, cast.committee, most=10) == []


@pytest.mark.parametrize("state", ["accepted", "declined"])
def test_request_is_decided_once(connection: Connection, cast: Cast, state: str) -> None:
    ask(connection, cast)
    (request,) = corrections.waiting(connection, cast.committee, most=10)

    def decide(as_: str) -> bool:
        return corrections.decide(connection, request.id, state=as_, by_id=cast.staff.person_id, now=NOW)

    assert decide(state) is True
    assert decide("accepted") is False
    assert corrections.open_corrections(connection, request.report_id) == {}


def test_accepting_makes_a_new_version_of_the_roster_and_keeps_totals_true(
    connection: Connection, cast: Cast
) -> None:
    town = Town(connection, cast)
    ask(connection, cast)
    (request,) = corrections.waiting(connection, cast.committee, most=10)
    before = roster_version(connection, cast.committee)

    accept(town.turn(cast.staff), [str(request.id)])

    assert load_unit(connection, cast.officer.unit_id).figures["teachers"] == 46
    assert roster_version(connection, cast.committee) == before + 1
    assert difference(town.anew(), town.kept()) == {}


def test_declining_leaves_the_roster_and_takes_the_report_back(connection: Connection, cast: Cast) -> None:
    town = Town(connection, cast)
    town.report("T14", 0, 0)
    teachers = load_unit(connection, cast.officer.unit_id).figures["teachers"]
    ask(connection, cast)
    (request,) = corrections.waiting(connection, cast.committee, most=10)

    decline(town.turn(cast.staff), request.id, "Danh sách đúng")

    (after,) = corrections.of_report(connection, request.report_id)
    assert (after.state, after.note) == ("declined", "Danh sách đúng")
    assert load_unit(connection, cast.officer.unit_id).figures["teachers"] == teachers
    assert figures.told(connection, cast.plan.id, "HP-31.1", "F1", "once") == ()


def test_nobody_decides_for_a_unit_of_their_own(connection: Connection, cast: Cast) -> None:
    town = Town(connection, cast)
    ask(connection, cast)
    (request,) = corrections.waiting(connection, cast.committee, most=10)

    accept(town.turn(cast.officer), [str(request.id)])

    assert [one.state for one in corrections.of_report(connection, request.report_id)] == ["open"]
