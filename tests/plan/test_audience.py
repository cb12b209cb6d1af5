"""Whom a task or form concerns, and the kinds of unit that are shipped."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.plan.audience import concerns
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Audience, Place
from bot.core.plan.variables import unit_variables
from bot.core.units import Unit, UnitKind
from bot.papers.unit_kinds_csv import read_unit_kinds

Kinds = Mapping[str, UnitKind]
Roster = Mapping[str, Unit]

HEAD = b"code,vi,en,played_by,needs,officer_roles,head_roles\n"


@pytest.mark.parametrize(
    ("audience", "units"),
    [
        (Audience(kinds=("YOUTH", "STANDING")), ["HU", "DTN"]),
        (Audience(kinds=("SCHOOL",), levels=("GDTX", "liên cấp")), ["T39", "T40"]),
        (Audience(ownership=("ngoài công lập",)), ["T04", "T40"]),
        (Audience(kinds=("PARTY_SCHOOL",), levels=("THPT",)), ["T36", "T37", "T38"]),
        (Audience(kinds=("PARTY_SCHOOL",), ownership=("ngoài công lập",)), []),
        (Audience(kinds=("GOV",), never=("PGD",)), ["UBND"]),
        (Audience(kinds=("SCHOOL",), only=("T01", "X01")), ["T01"]),
        (Audience(only=("T01", "X01"), never=("X01",)), ["T01"]),
        (Audience(kinds=("SCHOOL",), levels=("MN",), ownership=("ngoài công lập",)), ["T04"]),
        (Audience(kinds=("SCHOOL",), ownership=("ngoài công lập",), never=("T04",)), ["T40"]),
        (Audience(kinds=("SCHOOL",), ownership=("công lập",), only=("T04", "T05", "X01")), ["T05"]),
        (Audience(levels=("THPT",), ownership=("công lập",), never=("T36", "T37")), ["T38"]),
        (Audience(kinds=("SCHOOL",), levels=("THPT",), only=("T36", "T40"), never=("T36",)), []),
        (Audience(kinds=("YOUTH",), ownership=("ngoài công lập",)), []),
        (Audience(kinds=("NO_SUCH_KIND",)), []),
    ],
)
def test_audience_concerns_exactly(
    audience: Audience, units: list[str], kinds: Kinds, roster: Roster
) -> None:
    assert sorted(units) == sorted(
        code for code, unit in roster.items() if concerns(audience, unit, kinds=kinds)
    )


AUDIENCES = st.builds(
    Audience,
    kinds=st.lists(st.sampled_from(["SCHOOL", "PARTY_SCHOOL", "PARTY_COMMUNE", "YOUTH"]), max_size=2).map(
        tuple
    ),
    levels=st.lists(st.sampled_from(["MN", "TH", "THPT"]), max_size=2).map(tuple),
    ownership=st.lists(st.sampled_from(["công lập", "ngoài công lập"]), max_size=1).map(tuple),
    only=st.lists(st.sampled_from(["T01", "T04", "T36", "X01"]), max_size=3).map(tuple),
    never=st.lists(st.sampled_from(["T01", "T04", "T36", "X01"]), max_size=2).map(tuple),
)


@given(audience=AUDIENCES)
def test_audience_is_whom_each_of_its_conditions_alone_concerns(
    audience: Audience, kinds: Kinds, roster: Roster
) -> None:
    alone = [Audience(**{part.name: getattr(audience, part.name)}) for part in fields(Audience)]

    for unit in roster.values():
        assert concerns(audience, unit, kinds=kinds) == all(concerns(one, unit, kinds=kinds) for one in alone)


def test_party_school_is_played_by_schools_with_their_own_organisation(kinds: Kinds, roster: Roster) -> None:
    schools = {code for code, unit in roster.items() if unit.kind == "SCHOOL"}
    players = {code for code, unit in roster.items() if kinds["PARTY_SCHOOL"].plays(unit)}
    assert schools - players == {"T04", "T40"}  # none yet; in another school's cell
    assert players - schools == set()


def test_people_of_the_propaganda_committee_are_the_committees_staff_as_well(kinds: Kinds) -> None:
    roles = {code: (kind.officer_roles, kind.head_roles) for code, kind in kinds.items()}
    assert roles.pop("PROPAGANDA") == (("officer", "staff"), ("head", "leader"))
    assert roles.pop("STANDING") == (("leader",), ("leader",))
    assert set(roles.values()) == {(("officer",), ("head",))}


def test_kinds_are_the_thirteen_of_the_notes_in_both_languages(kinds: Kinds) -> None:
    assert list(kinds) == [
        "PARTY_COMMUNE",
        "PARTY_UNIT",
        "PARTY_SCHOOL",
        "SCHOOL",
        "GOV",
        "COUNCIL",
        "FRONT",
        "YOUTH",
        "PROPAGANDA",
        "POLCENTER",
        "LECTURER",
        "ORG_DEPT",
        "STANDING",
    ]
    assert {tuple(kind.name) for kind in kinds.values()} == {("vi", "en")}


def test_unit_lives_from_its_first_day_to_its_last() -> None:
    unit = Unit(
        "T33", "Trường THCS Quang Vinh", "SCHOOL", valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31)
    )
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [unit.exists_on(day) for day in days] == [False, True, True, False]
    assert Unit("T34", "Trường THCS Thái Ninh", "SCHOOL").exists_on(date(1900, 1, 1))


def test_variables_of_a_unit_are_its_figures_and_attributes(roster: Roster) -> None:
    assert unit_variables(roster["T36"]) == {
        "unit_pupils": 1097,
        "unit_teachers": 59,
        "unit_managers": 3,
        "unit_staff": 6,
        "unit_classes": 27,
        "unit_party_members": 29,
        "unit_level": "THPT",
        "unit_kind": "SCHOOL",
        "unit_ownership": "công lập",
        "unit_party_org": "đảng bộ bộ phận",
    }


def test_faults_of_the_table_of_kinds_name_their_line() -> None:
    table = (
        HEAD
        + (
            "A,Loại A,Kind A,,,officer,head\n"
            "A,Loại A,Kind A,,,officer,head\n"
            "B,,Kind B,AA,levle=TH|THCS,oficer,head\n"
        ).encode()
    )
    kinds, findings = read_unit_kinds(table, file="k.csv")
    assert list(kinds) == ["A", "B"]
    assert findings == [
        finding(Code.CODE_DUPLICATE, Place("k.csv", 3), code="A", first="k.csv:2"),
        finding(Code.FIELD_MISSING, Place("k.csv", 4), field="vi"),
        finding(
            Code.VALUE_UNKNOWN, Place("k.csv", 4), field="officer_roles", value="oficer", nearest="officer"
        ),
        finding(Code.VALUE_UNKNOWN, Place("k.csv", 4), field="needs", value="levle", nearest="level"),
        finding(Code.KIND_UNKNOWN, Place("k.csv", 4), kind="AA", nearest="A"),
    ]


def test_table_of_kinds_that_is_no_table_is_refused() -> None:
    assert read_unit_kinds(HEAD + b"\xff\n", file="k.csv") == (
        {},
        [finding(Code.NOT_TEXT, Place("k.csv", 2))],
    )
    assert read_unit_kinds(b"code,vi,en,played_by,needs,officer_roles\n", file="k.csv") == (
        {},
        [finding(Code.FIELD_MISSING, Place("k.csv", 1), field="head_roles")],
    )
