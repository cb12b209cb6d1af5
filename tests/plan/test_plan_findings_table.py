"""The domain's list of what is wrong in the two real plans, row by row: what catches each, or why no machine can.

docs/plan-findings.md is the same table for people; a test holds them together.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.core.plan.deciding import thing_of
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Finding, Severity
from bot.gather.builtin import plan_reference, unit_kinds
from bot.papers.plan_files import check_plan
from tests.plan.hoang_mai import PLANS, hoang_mai

C = Code
ROWS = {
    row["id"]: row for row in json.loads((Path(__file__).parent / "plan_findings.json").read_text("utf-8"))
}
DIRECTIVE = (PLANS / "directive-32" / "plan.yaml").read_text("utf-8")
GRAVITY = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.NOTE}

Caught = tuple[tuple[Code, str], ...]
"""Codes, each with a word that its thing or values must hold."""

CAUGHT: Mapping[str, Caught] = {
    "X-HM-01": ((C.SUM_WRONG, "30 + 9 + 6"),),
    "X-HM-02": ((C.SUM_CONFIRMED, "2 + 1 + 45"),),
    "X-HM-03": ((C.TOTAL_MISSING, "4730"),),
    "X-HM-04": ((C.CITE_AFTER_PLAN, "106-KH/BTGTU"),),
    "X-HM-05": ((C.ORDINAL_DOUBTFUL, "XIX"),),
    "X-HM-06": ((C.ANNEX_ABSENT, "kèm theo"),),
    "X-HM-07": ((C.FIGURE_SCOPE, "LOP-CN"), (C.FIGURE_SCOPE, "LOP-HE")),
    "X-HM-08": (
        (C.CITE_IN_TWO_SECTIONS, "66-KL/TW"),
        (C.CITE_IN_TWO_SECTIONS, "208-QĐ/TW"),
        (C.CITE_TWO_ISSUERS, "208-QĐ/TW"),
    ),
    "X-HM-09": ((C.DUTY_TWICE, "dự giờ"),),
    "X-HM-10": ((C.PERCENT_WITHOUT_BASE, "source.txt:37"),),
    "X-HM-12": ((C.MISSPELT, "LÝ LUẬN CHÍNH NĂM"), (C.MISSPELT, "đầy lùi"), (C.MISSPELT, "vững chức")),
    "X-HM-13": ((C.HYPHEN_SPACED, "28 - KH/TTCT"), (C.SPACE_NO_BREAK, "596")),
    "X-HM-15": ((C.LIST_OPEN, "source.txt:42, 49"),),
    "X-HM-16": ((C.GROUP_SIZE_ODD, "111.4"),),
    "X-HP-01": (
        (C.NUMBER_MISSING, ""),
        (C.ISSUED_ON_ASSUMED, ""),
        (C.TEXT_HEAD_INCOMPLETE, "number, date, issuer"),
    ),
    "X-HP-02": ((C.DEADLINES_UNSTATED, "36"), (C.PERIOD_VAGUE, "định kỳ")),
    "X-HP-03": ((C.OWNERS_UNSTATED, "HP-08"), (C.OWNERS_UNSTATED, "HP-21")),
    "X-HP-04": ((C.SENTENCE_COMPOUND, "Hàng năm"),),
    "X-HP-05": ((C.PERCENT_WITHOUT_BASE, "source.txt:25"),),
    "X-HP-06": ((C.SCOPE_DIFFERS, "sinh viên"),),
    "X-HP-07": ((C.PUPILS_WITHOUT_LEVELS, "HP-02"),),
    "X-HP-08": ((C.KEY_TASKS_WITHOUT_TARGET, "HP-07"), (C.KEY_WITHOUT_FIGURE, "bồi dưỡng quần")),
    "X-HP-10": ((C.MONITOR_IMPLEMENTS, "YOUTH"),),
    "X-HP-11": ((C.ACTOR_WITHOUT_TASK, "ngành giáo dục và đào tạo"),),
    "X-HP-12": ((C.DUTY_TWICE, "I.2, II.1, III.2, III.4"),),
    "X-HP-13": ((C.BODY_ABOLISHED, "hội đồng trường"),),
    "X-HP-14": (
        (C.BODY_ABOLISHED, "Huyện ủy"),
        (C.BODY_ABOLISHED, "Ủy ban nhân dân huyện"),
        (C.BODY_ABOLISHED, "Hội đồng nhân dân huyện"),
        (C.BODY_ABOLISHED, "thị trấn"),
        (C.BODY_ABOLISHED, "Ban Tuyên giáo Huyện ủy"),
    ),
    "X-HP-15": ((C.TERM_DRIFT, "tuần sinh hoạt công dân"),),
    "X-HP-16": (
        (C.SPELLING_MIXED, "“ủy” 22, “uỷ” 5"),
        (C.SENTENCE_CUT, "các / chỉ thị"),
        (C.SENTENCE_CUT, "nhà / trường"),
        (C.SENTENCE_CUT, "nghiên / cứu"),
    ),
    "X-HP-17": ((C.LIST_OPEN, "source.txt:43"),),
    "X-HP-18": ((C.ATTRIBUTE_NEEDED, "ownership"),),
    "X-HP-19": ((C.TERM_UNDEFINED, "giáo viên trẻ"),),
}

ONCE_UNDONE: Mapping[str, tuple[str, str, Code]] = {
    "X-HP-09": ("    depends_on: [HP-22]\n", "", C.OTHER_PLAN_FOLLOWED),
}
"""What the shipped plan has put right already: found as soon as that is undone."""

NOT_CAUGHT = {"X-HM-11", "X-HM-14"}
"""Not faults of a plan: one is a rule for this program (a target is data), one is no error at all."""


def examined(plan: str, folder: str) -> tuple[Finding, ...]:
    _, found = check_plan(
        "plan.yaml",
        plan.encode(),
        kinds=unit_kinds(),
        reference=plan_reference(),
        beside=lambda name: (PLANS / folder / name).read_bytes(),
    )
    return found


@pytest.fixture(scope="module")
def found() -> Mapping[str, tuple[Finding, ...]]:
    """The findings of the two real documents."""
    return {"HM": examined(hoang_mai(), "hoang-mai-2020"), "HP": examined(DIRECTIVE, "directive-32")}


def speaks_of(one: Finding, word: str) -> bool:
    return word in thing_of(one) or any(word in value for value in one.values.values())


def test_every_row_is_caught_or_has_its_reason() -> None:
    assert {*CAUGHT, *ONCE_UNDONE, *NOT_CAUGHT} == set(ROWS)


@pytest.mark.parametrize("row", CAUGHT)
def test_row_is_caught(row: str, found: Mapping[str, tuple[Finding, ...]]) -> None:
    plan = row[2:4]
    missed = [
        (code, word)
        for code, word in CAUGHT[row]
        if not any(one.code == code and speaks_of(one, word) for one in found[plan])
    ]

    assert missed == []


@pytest.mark.parametrize("row", CAUGHT)
def test_row_is_as_grave_as_the_domain_says(row: str) -> None:
    gravest = min((code.severity for code, _ in CAUGHT[row]), key=list(Severity).index)

    assert gravest == GRAVITY[ROWS[row]["severity"]]


@pytest.mark.parametrize("row", ONCE_UNDONE)
def test_row_that_is_put_right_is_found_once_that_is_undone(row: str) -> None:
    old, new, code = ONCE_UNDONE[row]
    assert DIRECTIVE.count(old) == 1

    before = examined(DIRECTIVE, "directive-32")
    after = examined(DIRECTIVE.replace(old, new), "directive-32")

    assert [one for one in before if one.code == code] == []
    assert len([one for one in after if one.code == code]) == 1


def test_party_numbering_through_the_congress_term_is_no_finding(
    found: Mapping[str, tuple[Finding, ...]],
) -> None:
    """X-HM-14: number 28 on 6 January. Only how it is typed is noted, and where it is missing."""
    about_its_number = [one.code for one in found["HM"] if speaks_of(one, "KH/TTCT")]

    assert about_its_number == [C.HYPHEN_SPACED]


def test_nothing_of_2025_is_held_against_a_plan_of_2020(found: Mapping[str, tuple[Finding, ...]]) -> None:
    assert [one for one in found["HM"] if one.code == C.BODY_ABOLISHED] == []


def test_table_for_people_is_the_same() -> None:
    page = (PLANS.parent / "docs" / "plan-findings.md").read_text("utf-8")
    told = {
        row: set(re.findall(r"`([a-z_]+)`", codes))
        for row, codes in re.findall(r"^\| (X-H[MP]-\d\d) \|[^|]*\| ([^|]*) \|", page, re.MULTILINE)
    }

    assert told == {
        **{row: {str(code) for code, _ in caught} for row, caught in CAUGHT.items()},
        **{row: {str(code)} for row, (_, _, code) in ONCE_UNDONE.items()},
        **{row: set() for row in NOT_CAUGHT},
    }


@pytest.mark.parametrize("folder", ["directive-32", "hoang-mai-2020"])
def test_shipped_decisions_settle_every_error_of_a_plan_and_its_document(folder: str) -> None:
    settled = examined((PLANS / folder / "plan.yaml").read_text("utf-8"), folder)

    assert [one.code for one in settled if one.stops] == []
    assert [one.code for one in settled if one.code in (C.DECISION_STALE, C.DECISION_IDLE)] == []


def test_faults_of_hoang_mai_were_decided_and_not_mended() -> None:
    settled = examined((PLANS / "hoang-mai-2020" / "plan.yaml").read_text("utf-8"), "hoang-mai-2020")

    assert sorted(one.code for one in settled if one.decision) == [
        C.CITE_AFTER_PLAN,
        C.DEADLINES_UNSTATED,
        C.ORDINAL_DOUBTFUL,
        C.SUM_WRONG,
    ]
