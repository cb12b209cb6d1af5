"""Values are kept as JSON and read back the same, as a database stores JSON."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.as_json import as_json, from_json
from bot.core.digest import Digest, Late, Progress
from bot.core.indicators import Total
from bot.core.plan.model import Indicator, IndicatorKind


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    name: str
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Outer:
    figure: Decimal | None
    at: datetime
    on: date
    colour: Colour
    inner: tuple[Inner, ...]
    codes: frozenset[str]
    pair: tuple[str, int]
    added_later: int = 7


def stored(value: object) -> object:
    return json.loads(json.dumps(as_json(value)))


@given(
    figure=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    at=st.datetimes(timezones=st.just(UTC)),
    names=st.lists(st.text()),
    number=st.integers(),
)
def test_value_comes_back_as_it_was(
    figure: Decimal | None, at: datetime, names: list[str], number: int
) -> None:
    inner = tuple(Inner(name, {name: name}) for name in names)
    value = Outer(figure, at, at.date(), Colour.RED, inner, frozenset(names), ("a", number), number)

    assert from_json(Outer, stored(value)) == value


def test_field_that_came_later_has_its_default() -> None:
    value = Outer(
        None, datetime(2026, 11, 30, tzinfo=UTC), date(2026, 11, 30), Colour.RED, (), frozenset(), ("", 0), 9
    )
    older = as_json(value)
    del older["added_later"]

    assert from_json(Outer, older).added_later == 7


def test_what_cannot_be_kept_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        as_json({"what": object()})


def test_digest_comes_back_with_its_indicators() -> None:
    indicator = Indicator(
        "HP-03.1", IndicatorKind.RATIO, {"vi": "Đã học"}, target="100", unit={"vi": "người"}
    )
    digest = Digest(
        week="2026-W48",
        as_of=datetime(2026, 11, 30, 0, 30, tzinfo=UTC),
        now=Progress(90, 3),
        before=Progress(88, 1),
        newly=2,
        late=(Late("T03", "Trường T03", 1, 5, "X02", "Xã Đông Khê Hạ"),),
        returned=0,
        to_review=2,
        totals=(Total(indicator, Decimal(43), Decimal("45.5"), reported=1, expected=1, excluded=0),),
        unreachable=0,
        not_joined=4,
    )

    assert from_json(Digest, stored(digest)) == digest
