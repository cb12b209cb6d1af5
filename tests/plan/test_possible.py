"""Reasoning about conditions never says that something cannot be which can."""

from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as some

from bot.core.forms import expressions
from bot.core.plan.possible import MOST_WAYS, Range, can_be, ways_of

TODAY = date(2026, 11, 2)
ANSWERS = ("", *range(5), "yes", "no")
"""All that a or b is ever answered here; "" is no answer."""

claims = some.one_of(
    some.builds(
        "{} {} {}".format,
        some.sampled_from(["${a}", "${b}"]),
        some.sampled_from(["=", "!=", "<", "<=", ">", ">="]),
        some.integers(-1, 5),
    ),
    some.builds(
        "{} {} '{}'".format,
        some.sampled_from(["${a}", "${b}"]),
        some.sampled_from(["=", "!="]),
        some.sampled_from(["", "yes", "no"]),
    ),
    some.builds("{} {} {}".format, some.integers(-1, 5), some.sampled_from(["<", ">="]), some.just("${a}")),
    some.just("${a} = ${b}"),
)
conditions = some.recursive(
    claims,
    lambda inner: some.one_of(
        some.builds("({} and {})".format, inner, inner),
        some.builds("({} or {})".format, inner, inner),
        some.builds("not({})".format, inner),
    ),
    max_leaves=6,
)


@given(conditions)
def test_what_can_hold_is_never_called_impossible(condition: str) -> None:
    compiled = expressions.compile(condition)
    holds = any(compiled.truth({"a": a, "b": b}, today=TODAY) for a, b in product(ANSWERS, ANSWERS))
    whole = Range(whole=True, least=None)

    assert can_be(ways_of(condition), {"a": whole, "b": whole}) or not holds


def test_contradiction_over_one_answer_is_seen() -> None:
    for condition in ("${a} > 5 and ${a} < 5", "${a} = 'x' and ${a} = 'y'", "${a} = '' and ${a} >= 0"):
        assert not can_be(ways_of(condition), {}), condition


def test_condition_with_too_many_ways_claims_less() -> None:
    many = " and ".join(f"(${{a{n}}} = 'x' or ${{a{n}}} = 'y')" for n in range(12))

    assert len(ways_of(many)) <= MOST_WAYS
    assert can_be(ways_of(many), {})
