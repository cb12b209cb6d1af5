"""The list of problems is complete and true: every code is used somewhere, with the values that it promises."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.forms.answers.problems import Code

CORE = Path(__file__).parents[2] / "bot" / "core"
FILES = [*sorted((CORE / "forms" / "answers").glob("*.py")), CORE / "units_by_name.py"]


def calls() -> Iterator[tuple[str, Code, frozenset[str]]]:
    """Each `why(Code.X, a=..., b=...)` of the answer types: where, which code, which values."""
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "why":
                first = node.args[0]
                for name in ast.walk(first):
                    if isinstance(name, ast.Attribute) and name.attr in Code.__members__:
                        values = frozenset(keyword.arg or "**" for keyword in node.keywords)
                        yield f"{file.name}:{node.lineno}", Code[name.attr], values


CALLS = list(calls())


@pytest.mark.parametrize(
    ("place", "code", "values"), CALLS, ids=[f"{place}-{code}" for place, code, _ in CALLS]
)
def test_problem_carries_what_its_sentence_may_use(place: str, code: Code, values: frozenset[str]) -> None:
    assert values == frozenset(code.carries)


def test_every_problem_occurs() -> None:
    used = {*FILES, *(CORE / "forms").glob("*.py")}
    text = "\n".join(file.read_text("utf-8") for file in used if file.name != "problems.py")

    assert [code for code in Code if f"Code.{code.name}" not in text] == []


def test_codes_without_values_alone_are_passed_on_by_name() -> None:
    """`why(found)` with a variable carries nothing, so such codes may promise nothing."""
    passed_on = {
        Code.NOT_A_DATE,
        Code.PARTIAL_DATE,
        Code.LUNAR_DATE,
        Code.SEVERAL_DATES,
        Code.NOT_HELD,
        Code.NOT_KNOWN,
    }

    assert {code.carries for code in passed_on} == {()}
