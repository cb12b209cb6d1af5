"""Each fault of a document is found, and what comes near it is not."""

import pytest

from bot.core.plan.finding_codes import Code
from tests.plan.faulty_documents import FAULTS
from tests.plan.small_document import PLAN, TEXT, Change, Fault, changed, findings


def codes(changes: tuple[Change, ...]) -> list[str]:
    return sorted({one.code for one in findings(*changed(changes)) if one.decision is None})


def test_small_document_has_no_finding() -> None:
    assert findings(PLAN, TEXT) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.code for fault in FAULTS])
def test_fault_is_found_and_nothing_else(fault: Fault) -> None:
    assert codes(fault.made) == sorted((fault.code, *fault.also))


NEAR = [(fault.code, near) for fault in FAULTS for near in fault.near]


@pytest.mark.parametrize(("code", "near"), NEAR, ids=[code for code, _ in NEAR])
def test_what_comes_near_a_fault_is_no_finding(code: Code, near: tuple[Change, ...]) -> None:
    assert codes(near) == []


def test_text_that_is_no_text_is_said() -> None:
    assert [one.code for one in findings(PLAN, b"\xff\xfe")] == [Code.TEXT_UNREADABLE]
