"""The domain's input vectors: every one gives its value and its action."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.core.forms.answers.outcome import Understanding
from bot.core.forms.model import Type
from bot.core.units_by_name import find
from tests.answers.reading import action, read

HERE = Path(__file__).parent
VECTORS: list[dict[str, Any]] = json.loads((HERE / "input_vectors.json").read_text("utf-8"))
UNITS: dict[str, list[str]] = json.loads((HERE / "roster_names.json").read_text("utf-8"))

TYPES = {
    "int": Type.INTEGER,
    "dec": Type.DECIMAL,
    "money_million": Type.MONEY_MILLION,
    "ratio": Type.RATIO,
    "date": Type.DATE,
    "yn": Type.YES_NO,
    "doc": Type.DOCUMENT,
    "text": Type.TEXT,
}


def as_in_the_vectors(kind: str, reading: Understanding) -> object:
    """Our value in the vectors' shape: they have numbers for decimals, "NA", and only the number of a document."""
    value = reading.value
    if kind in ("dec", "money_million") and value is not None:
        return Decimal(value)
    if kind == "ratio" and value == "na":
        return "NA"
    if kind == "doc" and value is not None:
        return value["number"]
    return value


@pytest.mark.parametrize(
    "vector", VECTORS, ids=[f"{number}-{vector['type']}" for number, vector in enumerate(VECTORS)]
)
def test_vector_gives_its_value_and_action(vector: dict[str, Any]) -> None:
    kind, text = vector["type"], vector["input"]

    reading = find(text, UNITS) if kind == "unit" else read(text, TYPES[kind])

    expected = vector["expected"]
    if isinstance(expected, float):
        expected = Decimal(str(expected))
    assert (action(reading), as_in_the_vectors(kind, reading)) == (vector["action"], expected)


def test_vectors_are_all_there() -> None:
    assert len(VECTORS) == 88
