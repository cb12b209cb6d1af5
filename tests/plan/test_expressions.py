"""Expressions of XLSForm over our own values: what they mean, and that nothing makes them raise."""

import timeit
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.forms import expressions
from bot.core.forms.expression_compiler import Use
from bot.core.forms.expression_functions import FUNCTIONS
from bot.core.forms.expressions import Expression, Fault

TODAY = date(2026, 11, 22)

ANSWERS: dict[str, Any] = {
    "held": "yes",
    "meetings": 5,
    "none_held": 0,
    "money": "15.5",
    "attended": [43, 45],
    "not_for_us": "na",
    "on": "2026-11-20",
    "plan": {"number": "15-KH/ĐU", "date": "2026-11-20"},
    "undated": {"number": "15-KH/ĐU", "date": None},
    "channels": ["fanpage", "zalo"],
    "remark": "Không có khó khăn",
    "photo": [{"file_id": "A", "unique": "u1"}, {"file_id": "B", "unique": "u2"}],
    "skipped": "",
    "unit_teachers": 40,
    "unit_managers": 3,
}


def value(source: str, this: Any = None) -> bool | Decimal | str:
    return expressions.compile(source).evaluate(ANSWERS, this=this, today=TODAY)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # comparisons
        ("${held} = 'yes'", True),
        ("${held} != 'yes'", False),
        ("${meetings} = 5", True),
        ("${meetings} >= 5 and ${meetings} < 6", True),
        ("${money} > 15", True),
        ("${money} = 15.50", True),
        ("${on} <= today()", True),
        ("${on} = '2026-11-20'", True),
        ("${on} > date('2026-11-21')", False),
        ("${on} >= today() - 2", True),
        ("not(${held} = 'no' or ${meetings} < 5)", True),
        # what was not answered equals the empty string only
        ("${skipped} = ''", True),
        ("${nowhere} = ''", True),
        ("${skipped} = 0", False),
        ("${skipped} < 1", False),
        ("${skipped} >= 0", False),
        ("${skipped} != 'no'", True),
        # arithmetic
        ("${unit_teachers} + ${unit_managers}", Decimal(43)),
        ("${meetings} * 2 - 1", Decimal(9)),
        ("0.1 + 0.2", Decimal("0.3")),
        ("7 div 2", Decimal("3.5")),
        ("-7 mod 3", Decimal(-1)),
        ("-${meetings}", Decimal(-5)),
        ("round(2.5)", Decimal(3)),
        ("round(95.55, 1)", Decimal("95.6")),
        ("int(-2.9)", Decimal(-2)),
        ("min(${meetings}, 3, ${skipped})", Decimal(3)),
        ("max(${meetings}, 3)", Decimal(5)),
        ("number(${held} = 'yes')", Decimal(1)),
        ("today() - ${on}", Decimal(2)),
        # texts and conditions
        ("if(${meetings} > 3, 'many', 'few')", "many"),
        ("coalesce(${skipped}, ${nowhere}, ${held})", "yes"),
        ("string-length(${remark})", Decimal(17)),
        ("concat('a', ${meetings}, 1.50)", "a51.5"),
        ("contains(${remark}, 'khó')", True),
        ("starts-with(${remark}, 'Không')", True),
        ("normalize-space('  a  b ')", "a b"),
        ("regex(${on}, '[0-9]{4}-[0-9]{2}-[0-9]{2}')", True),
        ("regex(${on}, '[0-9]{4}')", False),
        ("'it''s'", "it's"),
        ("'${held}'", "${held}"),
        ("today()", "2026-11-22"),
        ("date(${remark})", ""),
        # several choices, ratios, documents, files
        ("selected(${channels}, 'zalo')", True),
        ("selected(${channels}, 'zal')", False),
        ("selected(${held}, 'yes')", True),
        ("count-selected(${channels})", Decimal(2)),
        ("count-selected(${skipped})", Decimal(0)),
        ("done(${attended}) < total(${attended})", True),
        ("done(${attended})", Decimal(43)),
        ("done(${not_for_us})", ""),
        ("${not_for_us} = 'na'", True),
        ("${attended}", "43/45"),
        ("number-of(${plan})", "15-KH/ĐU"),
        ("date-of(${plan}) <= today()", True),
        ("date-of(${undated}) = ''", True),
        ("count-selected(${photo})", Decimal(2)),
        ("${photo} = ''", False),
    ],
)
def test_expression_means(source: str, expected: bool | Decimal | str) -> None:
    result = value(source)
    assert (type(result), result) == (type(expected), expected)


@pytest.mark.parametrize(
    "source", ["1 div 0", "0 div 0", "1 mod 0", "${held} * 2", "number('x')", "1e400", "-'x'"]
)
def test_what_is_no_number_holds_in_no_comparison(source: str) -> None:
    expression = expressions.compile(source)
    assert str(expression.evaluate(ANSWERS, today=TODAY)) == "NaN"
    assert expression.number(ANSWERS, today=TODAY) is None
    assert expression.text(ANSWERS, today=TODAY) == ""
    assert expression.truth(ANSWERS, today=TODAY) is False
    for comparison in ("<", "<=", ">", ">=", "="):
        assert value(f"({source}) {comparison} 1") is False


def test_constraint_judges_its_answer() -> None:
    constraint = expressions.compile(". <= ${meetings}")
    assert constraint.judges
    assert constraint.truth(ANSWERS, this=5, today=TODAY)
    assert not constraint.truth(ANSWERS, this=6, today=TODAY)


def test_truth_counts_one_in_numbers() -> None:
    assert expressions.compile("${meetings} > 0").number(ANSWERS, today=TODAY) == Decimal(1)
    assert expressions.compile("${none_held} > 0").number(ANSWERS, today=TODAY) == Decimal(0)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("1.50 * 2", "3"),
        ("10 div 4", "2.5"),
        ("0 - 0", "0"),
        ("1000000 * 1000000", "1000000000000"),
        ("1 = 1", "true"),
    ],
)
def test_calculation_is_kept_as_plain_text(source: str, text: str) -> None:
    assert expressions.compile(source).text({}, today=TODAY) == text


def test_names_and_uses_are_known() -> None:
    expression = expressions.compile("selected(${kinds}, 'zalo') and done(${a-b.c}) > 0 and . != 'x'")
    assert expression.names == {"kinds", "a-b.c"}
    assert expression.uses == (
        Use("kinds", "selected", ("zalo",)),
        Use("a-b.c", "done"),
        Use(".", "!=", ("x",)),
    )


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("", Fault("empty")),
        ("  ", Fault("empty")),
        ("1 +" * 1000, Fault("too_long", "1 +1 +1 +1 +1 +1 +1 ")),
        ("not(" * 201 + "1" + ")" * 201, Fault("too_deep")),
        ("${a} >", Fault("syntax", ">")),
        ("${a} > 'b", Fault("syntax", "'b")),
        ("${a b} > 1", Fault("syntax", "${a b} > 1")),
        ("1 < 2 < 3", Fault("syntax", "< 3")),
        ("/data/attended > 1", Fault("syntax", "/data/attended > 1")),
        ("../attended", Fault("syntax", "./attended")),
        ("pulldata('a', 'b')", Fault("unknown_function", "pulldata")),
        ("selected(${a})", Fault("arguments", "selected")),
        ("not(1, 2)", Fault("arguments", "not")),
        ("attended > 1", Fault("bare_word", "attended")),
        ("*", Fault("bare_word", "*")),
        ("${a} + $attended", Fault("syntax", "$attended")),
        ("regex(., ${a})", Fault("pattern_not_literal")),
        ("regex(., '(')", Fault("pattern_broken", "(")),
    ],
)
def test_fault_says_where_the_trouble_starts(source: str, fault: Fault) -> None:
    expression = expressions.compile(source)
    assert expression.fault == fault
    assert expression.evaluate(ANSWERS, today=TODAY) == ""


def test_expression_is_compiled_once() -> None:
    assert expressions.compile("${once} = 1") is expressions.compile("${once} = 1")


def test_simple_expression_is_evaluated_within_thirty_microseconds() -> None:
    expression = expressions.compile("done(${attended}) < total(${attended}) and ${held} = 'yes'")
    runs = 2_000
    best = min(timeit.repeat(lambda: expression.truth(ANSWERS, today=TODAY), number=runs, repeat=5)) / runs
    assert best < 30e-6


OPERATORS = ["=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod", "and", "or"]

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.dates().map(str)
    | st.decimals().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=5,
)
terms = st.recursive(
    st.sampled_from(["${a}", "${b}", ".", "'x'", "1", "2.5", "today()"]),
    lambda inner: (
        st.tuples(inner, st.sampled_from(OPERATORS), inner).map(lambda parts: f"({' '.join(parts)})")
        | st.tuples(st.sampled_from(sorted(FUNCTIONS)), st.lists(inner, max_size=3)).map(
            lambda call: f"{call[0]}({', '.join(call[1])})"
        )
    ),
    max_leaves=8,
)


@given(source=terms, a=plain, b=plain, this=plain)
@settings(max_examples=400)
def test_no_answer_makes_an_expression_raise(source: str, a: Any, b: Any, this: Any) -> None:
    expression = expressions.compile(source)
    variables = {"a": a, "b": b}
    assert isinstance(expression.evaluate(variables, this=this, today=TODAY), bool | Decimal | str)
    assert isinstance(expression.truth(variables, this=this, today=TODAY), bool)
    figure = expression.number(variables, this=this, today=TODAY)
    assert figure is None or figure.is_finite()
    assert isinstance(expression.text(variables, this=this, today=TODAY), str)


@given(source=st.text() | st.text(alphabet="${}ab.'\"()<=!+-*, 1"))
@settings(max_examples=400)
def test_no_text_makes_compiling_raise(source: str) -> None:
    assert isinstance(expressions.compile(source), Expression)


@given(
    number=st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12)
)
def test_number_survives_the_way_through_text(number: Decimal) -> None:
    source = expressions.compile("${n} + 0")
    kept = source.text({"n": str(number)}, today=TODAY)
    assert source.number({"n": kept}, today=TODAY) == number
