"""Typed answers with what each should come to, as a file: reads its rows, asks the chat's own readers, compares."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from bot.core.forms.answers import ANSWERS, understand
from bot.core.forms.answers.outcome import Context, Doubtful, Refused, Unclear, Understood
from bot.core.forms.model import Option, Question, Type
from bot.core.units_by_name import find, names_of, places_of
from bot.gather.builtin import PLANS, unit_kinds
from bot.papers.roster_files import read_roster
from locales.phrases.problems import SENTENCES, explain
from locales.phrases.values import show
from locales.words import in_language

UNIT = "unit"
"""Not a type of question: the name of a unit, as staff type it."""

_SHORT = {
    "int": Type.INTEGER,
    "dec": Type.DECIMAL,
    "yn": Type.YES_NO,
    "doc": Type.DOCUMENT,
    "choice": Type.SELECT_ONE,
    "choices": Type.SELECT_MULTIPLE,
}
TYPES: Mapping[str, Type | None] = {**_SHORT, **{kind.value: kind for kind in ANSWERS}, UNIT: None}
"""Each name that a type may be called by."""

ACTIONS = {Understood: "ok", Doubtful: "confirm", Unclear: "ask", Refused: "reject"}

TODAY = date(2026, 11, 22)
SCHOOLS = 45
"""The day and the total by the roster that the domain's vectors assume."""

ROSTER = tuple(PLANS / "roster" / name for name in ("communes.csv", "organs.csv", "schools.csv"))


class BadVectors(Exception):  # noqa: N818 - said to a person, not a fault of ours
    """The file is not in the shape of vectors. `row` counts from 1, 0 is the whole file."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


@dataclass(frozen=True, slots=True)
class Asked:
    """A text and the question it answers. `kind` is one of `TYPES`, `total` the denominator by the roster."""

    text: str
    kind: str
    today: date
    total: int | None = None
    choices: tuple[str, ...] = ()
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of it: ok, confirm, ask or reject; the value in the vectors' shape; what the chat says back (the
    value as people read it, or why there is none)."""

    action: str
    value: object
    echo: str

    def to_json(self) -> str:
        return json.dumps({"action": self.action, "value": self.value, "echo": self.echo}, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Vector:
    """One row: what was typed, and what it should come to."""

    asked: Asked
    action: str
    expected: object
    remark: str = field(default="", compare=False)

    def agrees(self, answered: Answered) -> bool:
        return answered.action == self.action and same(answered.value, self.expected)

    def silently_wrong(self, answered: Answered) -> bool:
        """Taken without a question, and for something else."""
        return answered.action == "ok" and not same(answered.value, self.expected)


def answer(asked: Asked) -> Answered:
    """Ask the reader that the chat asks. KeyError for a kind that is not among `TYPES`."""
    kind = TYPES[asked.kind]
    return _unit(asked) if kind is None else _answer(asked, kind)


def _answer(asked: Asked, kind: Type) -> Answered:
    words = in_language(asked.language)
    options = tuple(Option(name, {"vi": name}) for name in asked.choices)
    question = Question("asked", kind, {}, options=options)
    context = Context(asked.today, total=asked.total, language=asked.language)
    reading = understand(asked.text, question, context=context)
    if isinstance(reading, Unclear | Refused):
        echo = explain(reading.why, question, total=asked.total, words=words)
    else:
        echo = show(question, reading.value, words)
    return Answered(ACTIONS[type(reading)], in_the_shape_of_vectors(kind, reading.value), echo)


def _unit(asked: Asked) -> Answered:
    names, places = units()
    reading = find(asked.text, names, places)
    if isinstance(reading, Unclear | Refused):
        echo = SENTENCES[reading.why.code](in_language(asked.language), reading.why.values)
    else:
        _, echo, _ = names[reading.value]
    return Answered(ACTIONS[type(reading)], reading.value, echo)


def in_the_shape_of_vectors(kind: Type, value: Any) -> object:
    """Decimals as numbers, "NA" for a ratio that does not apply, of a document its number only."""
    match kind:
        case Type.DECIMAL | Type.MONEY_MILLION if value is not None:
            amount = Decimal(value)
            return float(amount) if amount % 1 else int(amount)
        case Type.RATIO if value == "na":
            return "NA"
        case Type.DOCUMENT if value is not None:
            return value["number"]
    return value


def same(ours: object, theirs: object) -> bool:
    """Whether two values are the same, 15 and 15.0 included; True is not 1."""
    return ours == theirs and isinstance(ours, bool) == isinstance(theirs, bool)


def read_vectors(content: bytes) -> list[Vector]:
    """The rows of a file. A row may set its own `today`, `total`, `choices` and `language`. Raises BadVectors."""
    try:
        rows = json.loads(content.decode("utf-8-sig"))
    except ValueError:
        raise BadVectors(0) from None
    if not isinstance(rows, list):
        raise BadVectors(0)
    return [_vector(row, number) for number, row in enumerate(rows, start=1)]


def _vector(row: Mapping[str, Any], number: int) -> Vector:
    try:
        asked = Asked(
            text=str(row["input"]),
            kind=row["type"],
            today=date.fromisoformat(row["today"]) if "today" in row else TODAY,
            total=row.get("total", SCHOOLS),
            choices=tuple(row.get("choices", ())),
            language=row.get("language", "vi"),
        )
        vector = Vector(asked, row["action"], row["expected"], row.get("remark", ""))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BadVectors(number) from None
    if asked.kind not in TYPES or vector.action not in ACTIONS.values():
        raise BadVectors(number)
    return vector


@lru_cache(maxsize=1)
def units() -> tuple[Mapping[str, tuple[str, str, str]], Mapping[str, tuple[str, ...]]]:
    """The units of the demonstration: code, name and short name of each, as staff may type them, and the names of the
    commune where it is."""
    loaded = [
        entry.unit
        for path in ROSTER
        for entry in read_roster(path.read_bytes(), file=path.name, kinds=unit_kinds())[0]
    ]
    return names_of(loaded), places_of(loaded)
