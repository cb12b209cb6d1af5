"""Writing a decision into a plan file, YAML or workbook, which stays as it was otherwise."""

import io
from datetime import date

import openpyxl
import pytest

from bot.core.plan.document import Decision
from bot.core.plan.read import read
from bot.papers.decision_files import OddDecisions, with_decision
from bot.papers.plan_yaml import read_plan_yaml
from tests.plan.small_plan import SMALL

ONE = Decision(
    "sum_wrong", "LOP", "stated=39; sum=45", "45", 'Tổng "48": đúng # thật', "Lê Hoa", date(2026, 11, 2)
)
OTHER = Decision("number_missing", "", "", "", "Chưa có số", "Lê Hoa", date(2026, 11, 3))


def decisions_in(data: bytes) -> tuple[Decision, ...]:
    sheets, faults = read_plan_yaml(data, file="plan.yaml")
    assert sheets is not None
    assert faults == []
    return read(sheets).plan.decisions


@pytest.mark.parametrize(
    "before",
    [SMALL, SMALL.rstrip("\n"), SMALL + "decisions:\n", "decisions: # none so far\n\n" + SMALL],
    ids=["none", "no last line", "empty", "first"],
)
def test_decision_is_read_back_as_it_was_taken(before: str) -> None:
    assert decisions_in(with_decision(with_decision(before.encode(), ONE), OTHER)) == (ONE, OTHER)


def test_newer_decision_takes_the_place_of_the_older() -> None:
    newer = Decision("sum_wrong", "LOP", "stated=38; sum=45", "45", "Vẫn vậy", "Lê Hoa", date(2026, 12, 1))
    written = with_decision(with_decision(with_decision(SMALL.encode(), ONE), OTHER), newer)

    assert decisions_in(written) == (OTHER, newer)


def test_rest_of_the_file_stays_as_it_was() -> None:
    assert with_decision(SMALL.encode(), ONE).startswith(SMALL.encode())


def test_decisions_that_are_no_rows_are_left_alone() -> None:
    with pytest.raises(OddDecisions):
        with_decision((SMALL + "decisions: []\n").encode(), ONE)


def test_workbook_gets_a_row_and_keeps_one_for_each_thing() -> None:
    book = openpyxl.Workbook()
    empty = io.BytesIO()
    book.save(empty)

    twice = with_decision(with_decision(with_decision(empty.getvalue(), ONE), OTHER), ONE)

    rows = list(openpyxl.load_workbook(io.BytesIO(twice))["decisions"].values)
    assert rows == [
        ("finding", "thing", "seen", "value", "why", "by", "decided_on"),
        ("sum_wrong", "LOP", "stated=39; sum=45", "45", ONE.why, "Lê Hoa", "2026-11-02"),
        ("number_missing", None, None, None, "Chưa có số", "Lê Hoa", "2026-11-03"),
    ]
