"""Every finding in a plan, a calendar or a roster, in both languages, with the values that it carries."""

import ast
import inspect
import re
from collections.abc import Sequence
from types import ModuleType

import pytest

from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Finding, Place, Severity
from bot.gather.builtin import unit_kinds
from bot.papers import calendar_csv, roster_files
from bot.papers.calendar_csv import read_calendar
from bot.papers.roster_files import read_roster
from locales.phrases.findings import SENTENCES, explain, sentence, severity, summary
from locales.words import Words
from tests.locales.saying import BOTH, ENGLISH, VIETNAMESE, is_english, is_filled, named

PLACE = Place("plan.yaml", 12)

CALENDAR = "date,weekday,kind,name,status,source\n"
ROSTER = "unit_code,unit_name,unit_kind,pupils,valid_from,reporting_officer\n"

BROKEN_CALENDARS: dict[str, bytes] = {
    "calendar_encoding": b"\xff\xfe\x00",
    "calendar_table": f'{CALENDAR}2026-11-24,T3,off,"{"x" * 200_000}'.encode(),
    "calendar_column": b"date,weekday,kind,name,status\n",
    "calendar_date": f"{CALENDAR}31/6/2026,T4,off,Le,official,x\n".encode(),
    "calendar_kind": f"{CALENDAR}2026-11-24,T3,rest,Le,official,x\n".encode(),
    "calendar_name": f"{CALENDAR}2026-11-24,T3,off,,official,x\n".encode(),
    "calendar_status": f"{CALENDAR}2026-11-24,T3,off,Le,sure,x\n".encode(),
    "calendar_repeated": f"{CALENDAR}2026-11-24,T3,off,Le,official,x\n2026-11-24,T3,off,Le,official,x\n".encode(),
    "calendar_weekday": f"{CALENDAR}2026-11-24,T4,off,Le,official,x\n".encode(),
}
BROKEN_ROSTERS: dict[str, bytes] = {
    "roster_encoding": b"\xff\xfe\x00",
    "roster_empty": b"",
    "roster_column": b"unit_code,unit_name\nT1,A\n",
    "roster_column_unknown": ROSTER.replace("pupils", "pupil").encode(),
    "roster_cell": f"{ROSTER}T1,,SCHOOL,,,An\n".encode(),
    "roster_kind": f"{ROSTER}T1,A,SCHOL,,,An\n".encode(),
    "roster_code": f"{ROSTER}T 1,A,SCHOOL,,,An\n".encode(),
    "roster_repeated": f"{ROSTER}T1,A,SCHOOL,,,An\nT1,B,SCHOOL,,,An\n".encode(),
    "roster_figure": f"{ROSTER}T1,A,SCHOOL,many,,An\n".encode(),
    "roster_name": f"{ROSTER}T1,{'A' * 201},SCHOOL,,,An\n".encode(),
    "roster_phone": f"{ROSTER.replace('pupils', 'phone')}T1,A,SCHOOL,1080,,An\n".encode(),
    "roster_phone_mobile": f"{ROSTER.replace('pupils', 'phone')}T1,A,SCHOOL,0912 345 678,,An\n".encode(),
    "roster_level": f"{ROSTER.replace('pupils', 'level')}T1,A,SCHOOL,ZZZ,,An\n".encode(),
    "roster_own_parent": f"{ROSTER.replace('pupils', 'commune')}T1,A,SCHOOL,T1,,An\n".encode(),
    "roster_no_rows": ROSTER.encode(),
    "roster_date": f"{ROSTER}T1,A,SCHOOL,,31/6/2026,An\n".encode(),
    "roster_officer": f"{ROSTER}T1,A,SCHOOL,,,\n".encode(),
}


def codes_in(module: ModuleType, prefix: str) -> set[str]:
    """The codes that a reader may give: its literals that look like one."""
    pattern = re.compile(rf"{prefix}_[a-z_]+")
    literals = (
        node.value
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Constant)
    )
    return {text for text in literals if isinstance(text, str) and pattern.fullmatch(text)}


def of_plan(code: Code) -> Finding:
    """The finding with some value for each name that it takes."""
    return Finding(code.severity, code.value, PLACE, {name: f"<{name}>" for name in code.takes})


def the(code: str, findings: Sequence[Finding]) -> Finding:
    return next(one for one in findings if one.code == code)


def check(finding: Finding, *, words: Words) -> None:
    said = sentence(finding, words=words)

    assert is_filled(said)
    assert words is not ENGLISH or is_english(said)
    assert said.endswith((".", "?")) or any(said.endswith(value) for value in finding.values.values())


def test_every_code_has_its_sentence_and_no_sentence_is_for_nothing() -> None:
    of_papers = codes_in(calendar_csv, "calendar") | codes_in(roster_files, "roster")

    assert set(SENTENCES) == {code.value for code in Code} | of_papers


@pytest.mark.parametrize("words", BOTH, ids=named)
@pytest.mark.parametrize("code", list(Code))
def test_finding_in_a_plan_is_said_with_the_values_that_it_takes(code: Code, words: Words) -> None:
    check(of_plan(code), words=words)


def test_there_is_a_broken_file_for_every_code() -> None:
    assert set(BROKEN_CALENDARS) == codes_in(calendar_csv, "calendar")
    assert set(BROKEN_ROSTERS) == codes_in(roster_files, "roster")


@pytest.mark.parametrize("words", BOTH, ids=named)
@pytest.mark.parametrize("code", list(BROKEN_CALENDARS))
def test_finding_in_a_calendar_is_said_with_its_values(code: str, words: Words) -> None:
    check(the(code, read_calendar(BROKEN_CALENDARS[code], file="days.csv").findings), words=words)


@pytest.mark.parametrize("words", BOTH, ids=named)
@pytest.mark.parametrize("code", list(BROKEN_ROSTERS))
def test_finding_in_a_roster_is_said_with_its_values(code: str, words: Words) -> None:
    _, findings = read_roster(BROKEN_ROSTERS[code], file="units.csv", kinds=unit_kinds())

    check(the(code, findings), words=words)


@pytest.mark.parametrize("words", BOTH, ids=named)
def test_finding_begins_with_its_place_and_how_grave_it_is(words: Words) -> None:
    finding = Finding(Severity.ERROR, "field_missing", PLACE, {"field": "deadline"})

    assert explain(finding, words=words) == (
        f"plan.yaml:12: {severity(Severity.ERROR, words=words)}: {sentence(finding, words=words)}"
    )


@pytest.mark.parametrize("words", BOTH, ids=named)
def test_finding_proposes_the_word_that_may_be_meant(words: Words) -> None:
    values = {"kind": "SCHOL", "nearest": "SCHOOL"}
    near = sentence(Finding(Severity.ERROR, "kind_unknown", PLACE, values), words=words)
    far = sentence(Finding(Severity.ERROR, "kind_unknown", PLACE, values | {"nearest": ""}), words=words)

    assert near.startswith(f"{far} ")
    assert near.removeprefix(far).count("“SCHOOL”") == 1
    assert "SCHOOL" not in far


@pytest.mark.parametrize("words", BOTH, ids=named)
def test_each_severity_has_a_word(words: Words) -> None:
    assert len({severity(one, words=words) for one in Severity}) == len(Severity)
    assert is_filled(summary(1, 2, 3, words=words))


def test_what_is_written_in_a_file_is_never_read_as_a_template() -> None:
    written = "{0} {field} %s {{}}"
    finding = Finding(
        Severity.ERROR, "value_unknown", PLACE, {"field": "{value}", "value": written, "nearest": ""}
    )

    said = sentence(finding, words=VIETNAMESE)

    assert said.count(f"“{written}”") == said.count("“{value}”") == 1
