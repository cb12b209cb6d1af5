"""Each finding, provoked once: what is changed in the small plan, and the line that the finding names."""

import pytest

from bot.core.plan.check import examine
from bot.core.plan.deciding import ABOUT
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Place, Severity
from bot.core.plan.placed import Cell, Row, Sheets
from tests.plan.faulty_documents import PROVOKED as PROVOKED_ELSEWHERE
from tests.plan.faulty_plans import CASES
from tests.plan.faulty_plans_several import BROKEN, SEVERAL
from tests.plan.small_plan import FILE, KINDS, SMALL, Found, changed, findings, found

C = Code

OF_WORKBOOKS = (
    *(
        "workbook_",
        "sheet_",
        "row_",
        "column_nameless",
        "formula_",
        "cell_",
        "text_too_long",
        "not_converted",
    ),
    "xlsform_",
)
"""What begins so is provoked in tests/papers."""


def test_small_plan_has_no_finding() -> None:
    assert found(SMALL) == []


@pytest.mark.parametrize(("old", "new", "expected"), CASES, ids=[case[2].code for case in CASES])
def test_one_fault_gives_one_finding(old: str, new: str, expected: Found) -> None:
    assert found(changed(old, new)) == [expected]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[case[1][0].code for case in SEVERAL])
def test_fault_gives_findings_in_the_order_of_the_file(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("data", "code", "line", "values"), BROKEN, ids=[f"{case[1]}" for case in BROKEN])
def test_file_that_cannot_be_read_gives_one_finding(
    data: bytes, code: str, line: int, values: dict[str, str]
) -> None:
    (only,) = findings(data)
    assert (only.code, only.place, only.values) == (code, Place(FILE, line), values)


def test_question_of_a_form_that_is_not_there_is_named() -> None:
    """A workbook can say that; in a YAML file questions stand inside their form."""
    place = Place("small.xlsx", sheet="survey", cell="A2")
    orphan = Row(place, {"form": Cell(place, "FF"), "name": Cell(place, "x"), "type": Cell(place, "text")})
    form = Row(place, {"code": Cell(place, "F")})
    sheets = Sheets("small.xlsx", Row(place, {}), forms=(form,), survey=(orphan,))
    named = [one for one in examine(sheets, kinds=KINDS).findings if one.code == C.FORM_UNKNOWN]
    assert named == [finding(C.FORM_UNKNOWN, place, form="FF", nearest="F")]


def test_all_faults_of_a_file_are_found_in_one_pass_from_top_to_bottom() -> None:
    text = SMALL.replace("starts_on: 2026-11-02", "starts_on: soon").replace("cadence: once", "cadence: onse")
    text = text.replace("        label::vi: Hình thức?\n", "").replace("relevant:", "relevent:")
    assert found(text) == [
        Found(C.DATE_BAD, "starts_on: soon", {"field": "starts_on", "value": "soon"}),
        Found(C.VALUE_UNKNOWN, "cadence: onse", {"field": "cadence", "value": "onse", "nearest": "once"}),
        Found(C.VIETNAMESE_MISSING, "label::en: In which form?", {"field": "label"}),
        Found(
            C.FIELD_UNKNOWN,
            "relevent: done(${attended}) > 0",
            {"field": "relevent", "nearest": "relevant"},
        ),
    ]


def test_alias_odd_and_repeated_keys_and_a_second_document_are_named() -> None:
    text = changed("source: I\n", "source: &here I\n").replace(
        "source: II\n", "source: *here\n    source: II\n"
    )
    text = text.replace("cadence: once", "cadence: once\n    ? [a]\n    : b") + "---\nmore: 1\n"
    assert [(one.code, one.line, one.values) for one in found(text)] == [
        (C.YAML_ALIAS, "source: *here", {"name": "here"}),
        (C.KEY_DUPLICATE, "source: II", {"field": "source", "first": f"{FILE}:34"}),
        (C.KEY_NOT_TEXT, "? [a]", {}),
        (C.YAML_SEVERAL, "---", {}),
        (C.FIELD_MISSING, "source: *here", {"field": "source"}),
    ]


def test_every_code_is_provoked() -> None:
    provoked = {case[2].code for case in CASES} | {one.code for _, several in SEVERAL for one in several}
    provoked |= {case[1] for case in BROKEN} | {C.FORM_UNKNOWN}
    provoked |= {C.YAML_ALIAS, C.KEY_DUPLICATE, C.KEY_NOT_TEXT, C.YAML_SEVERAL}
    provoked |= {code for code in Code if code.startswith(OF_WORKBOOKS)}
    assert provoked | PROVOKED_ELSEWHERE == set(Code)
    assert provoked & PROVOKED_ELSEWHERE == set()


def test_doubts_let_an_import_pass_and_of_errors_only_those_of_the_document_can_be_decided() -> None:
    decidable = {code for code in Code if code.severity is Severity.ERROR and code in ABOUT}
    assert decidable == {
        C.NUMBER_MISSING,
        C.ISSUED_ON_MISSING,
        C.ISSUED_ON_ASSUMED,
        C.DEADLINES_UNSTATED,
        C.OWNERS_UNSTATED,
        C.SUM_WRONG,
        C.UNITS_ADDED,
        C.COUNTS_MIXED,
        C.TARGET_NOT_FIGURE,
        C.CITE_AFTER_PLAN,
        C.ORDINAL_DOUBTFUL,
        C.TEXT_HEAD_INCOMPLETE,
    }


def test_what_a_decision_is_about_is_a_value_of_its_finding() -> None:
    takes = {code.value: code.takes for code in Code}
    assert {code: about for code, about in ABOUT.items() if about and about not in takes[code]} == {}
