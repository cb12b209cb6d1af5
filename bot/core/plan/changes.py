"""What a newer version of a plan changes: old Plan, new Plan -> PlanChanges.

The same code is the same thing, whatever its text says. A text under a new code that is almost that of a code that is
gone is named as a probable rename; a person decides what it is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, TypeVar

from bot.core.folding import fold
from bot.core.forms.model import Form, Option, Question, Text
from bot.core.plan.model import Indicator, Plan, PlannedForm, Schedule, Task
from bot.core.plan.vocabulary import LANGUAGES

LIKE = 0.85
"""Texts that agree to this part (difflib's ratio of the folded Vietnamese) may be one thing under two codes."""


class Thing(StrEnum):
    PLAN = "plan"
    TASK = "task"
    INDICATOR = "indicator"
    FORM = "form"
    QUESTION = "question"


class What(StrEnum):
    """What became of a thing. All but the first two say what of it is another."""

    ADDED = "added"
    DROPPED = "dropped"
    REWORDED = "reworded"  # title, label, hint, message of a constraint, short name, unit of measure
    DEADLINE = "deadline"  # the rule of the last day, or when the form is offered
    PERIOD = "period"
    AUDIENCE = "audience"
    RETYPED = "retyped"
    CHOICES = "choices"
    REQUIRED = "required"
    CONSTRAINT = "constraint"
    RELEVANT = "relevant"
    REORDERED = "reordered"  # the questions of a form
    TASK = "task"  # a question serves another task
    TARGET = "target"
    FORMULA = "formula"  # how a figure is computed, or its roster total
    STATUS = "status"  # stated, assumed, confirmed
    OTHER = "other"  # source, notes, links between tasks, the document's own data


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `code` is the thing's own; a question's is `F1.name`. `field` is what differs, "" for a thing
    that was added or dropped. `before` and `after` are a Text, or words; empty where there is nothing."""

    thing: Thing
    code: str
    what: What
    field: str = ""
    before: Text | str = ""
    after: Text | str = ""


@dataclass(frozen=True, slots=True)
class Rename:
    """Perhaps one thing under two codes: `before` is gone, `after` is new, `text` is what the new one says."""

    thing: Thing
    before: str
    after: str
    text: Text


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """All differences, in the order of the newer plan; what was dropped comes last of its kind."""

    changes: tuple[Change, ...]
    renames: tuple[Rename, ...]

    @property
    def nothing(self) -> bool:
        return not self.changes

    def count(self, thing: Thing, what: What) -> int:
        """How many things of that kind changed so."""
        return len({one.code for one in self.changes if one.thing is thing and one.what is what})


PARTS: Mapping[type, Mapping[str, What | None]] = {
    Plan: {
        "code": None,
        "title": What.REWORDED,
        "issuer": What.REWORDED,
        "starts_on": What.PERIOD,
        "ends_on": What.PERIOD,
        "tasks": None,
        "forms": None,
        "short": What.REWORDED,
        "number": What.OTHER,
        "issued_on": What.DEADLINE,  # "P0" of the deadlines counts from it
        "issued_on_status": What.STATUS,
        "basis": What.REWORDED,
        "monitor_kinds": What.OTHER,
        "text": What.OTHER,
        "annexes": What.OTHER,
        "group_size": What.OTHER,
        "lock_days": What.OTHER,
        "manners": What.OTHER,
        "figures": What.OTHER,
        "cites": What.OTHER,
        "decisions": What.OTHER,
    },
    Task: {
        "code": None,
        "title": What.REWORDED,
        "source": What.OTHER,
        "audience": What.AUDIENCE,
        "cadence": What.PERIOD,
        "deadline": What.DEADLINE,
        "deadline_status": What.STATUS,
        "indicators": None,
        "core": What.OTHER,
        "owner_status": What.STATUS,
        "depends_on": What.OTHER,
        "rolls_up_from": What.OTHER,
        "note": What.OTHER,
    },
    Indicator: {
        "code": None,
        "kind": What.RETYPED,
        "label": What.REWORDED,
        "numerator": What.FORMULA,
        "denominator": What.FORMULA,
        "value": What.FORMULA,
        "target": What.TARGET,
        "unit": What.REWORDED,
        "source_figure": What.OTHER,
        "figure": What.TARGET,
        "group": What.FORMULA,
        "group_targets": What.TARGET,
        "part_of": What.FORMULA,
        "accumulates": What.FORMULA,
    },
    PlannedForm: {"form": None, "audience": What.AUDIENCE, "schedule": None, "tasks": None},
    Schedule: {
        "period": What.PERIOD,
        "deadline": What.DEADLINE,
        "deadline_status": What.STATUS,
        "opens_days_before": What.DEADLINE,
    },
    Form: {"code": None, "title": What.REWORDED, "questions": None, "minutes": What.OTHER},
    Question: {
        "name": None,
        "type": What.RETYPED,
        "label": What.REWORDED,
        "hint": What.REWORDED,
        "required": What.REQUIRED,
        "relevant": What.RELEVANT,
        "constraint": What.CONSTRAINT,
        "constraint_message": What.REWORDED,
        "calculation": What.FORMULA,
        "default": What.FORMULA,
        "total": What.FORMULA,
        "options": What.CHOICES,
        "task": What.TASK,
        "future": What.CONSTRAINT,
        "guidance": What.REWORDED,
        "within": What.RELEVANT,
        "heads": What.OTHER,
        "choice_filter": What.CHOICES,
        "withheld": What.CHOICES,
        "round": None,
        "again": None,
        "follows": None,
        "unusual": What.OTHER,
    },
}
"""What it means that a field differs. None: it is the thing's name, or compared part by part (the tasks of a form are
those of its questions). A field that this map does not know is OTHER: never passed over."""

T = TypeVar("T", Task, Indicator, PlannedForm, Question)


def compare(old: Plan, new: Plan) -> PlanChanges:
    """What differs from `old` to `new`."""
    changes: list[Change] = list(_fields(Thing.PLAN, new.code, old, new))
    renames: list[Rename] = []
    changes += _each(Thing.TASK, _by_code(old.tasks), _by_code(new.tasks), lambda one: one.title, "", renames)
    changes += _each(Thing.INDICATOR, _indicators(old), _indicators(new), lambda one: one.label, "", renames)
    owners, newer_owners = _owners(old), _owners(new)
    changes += [
        Change(Thing.INDICATOR, code, What.TASK, "task", owners[code], task)
        for code, task in newer_owners.items()
        if owners.get(code, task) != task
    ]
    forms, newer = _forms(old), _forms(new)
    changes += _each(Thing.FORM, forms, newer, lambda one: one.form.title, "", renames)
    for code, planned in newer.items():
        if code in forms:
            changes += _questions(code, forms[code].form, planned.form, renames)
    return PlanChanges(tuple(changes), tuple(renames))


def _questions(code: str, old: Form, new: Form, renames: list[Rename]) -> Iterator[Change]:
    before = {question.name: question for question in old.questions}
    after = {question.name: question for question in new.questions}
    yield from _each(Thing.QUESTION, before, after, lambda one: one.label, f"{code}.", renames)
    kept, now = [name for name in before if name in after], [name for name in after if name in before]
    if kept != now:
        yield Change(Thing.FORM, code, What.REORDERED, "questions", ", ".join(kept), ", ".join(now))


def _each(
    thing: Thing,
    old: Mapping[str, T],
    new: Mapping[str, T],
    text: Callable[[T], Text],
    prefix: str,
    renames: list[Rename],
) -> Iterator[Change]:
    """The changes of all things of one kind, which are known by their code."""
    for code, one in new.items():
        if code not in old:
            yield Change(thing, prefix + code, What.ADDED, after=text(one))
        elif isinstance(one, PlannedForm):
            was = old[code]
            assert isinstance(was, PlannedForm)
            yield from _fields(thing, code, was, one)
            yield from _fields(thing, code, was.schedule, one.schedule)
            yield from _fields(thing, code, was.form, one.form)
        else:
            yield from _fields(thing, prefix + code, old[code], one)
    gone = {code: text(one) for code, one in old.items() if code not in new}
    for code, said in gone.items():
        yield Change(thing, prefix + code, What.DROPPED, before=said)
    came = {code: text(one) for code, one in new.items() if code not in old}
    renames += [
        Rename(thing, prefix + before, prefix + after, came[after]) for before, after in _alike(gone, came)
    ]


def _fields(thing: Thing, code: str, old: object, new: object) -> Iterator[Change]:
    parts = PARTS[type(new)]
    for one in fields(new):  # type: ignore[arg-type]  # each of PARTS is a dataclass
        what = parts.get(one.name, What.OTHER)
        before, after = getattr(old, one.name), getattr(new, one.name)
        if what is What.CHOICES and _names(before) == _names(after):
            what = What.REWORDED  # the same choices in other words
        if what is not None and before != after:
            yield Change(thing, code, what, one.name, _words(before), _words(after))


def _alike(gone: Mapping[str, Text], came: Mapping[str, Text]) -> list[tuple[str, str]]:
    """Pairs of codes whose texts are almost the same: the most alike first, each code once."""
    pairs = sorted(
        (
            (-likeness, before, after)
            for before, old in gone.items()
            for after, new in came.items()
            if (likeness := _likeness(old.get("vi", ""), new.get("vi", ""))) >= LIKE
        ),
    )
    taken: set[tuple[str, str]] = set()
    found = []
    for _, before, after in pairs:
        if ("before", before) not in taken and ("after", after) not in taken:
            taken |= {("before", before), ("after", after)}
            found.append((before, after))
    return found


def _likeness(one: str, other: str) -> float:
    """The same whichever comes first, which difflib alone does not promise."""
    if not one or not other:
        return 0.0
    first, second = sorted((fold(one), fold(other)))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE else 0.0


def _by_code(tasks: Sequence[Task]) -> dict[str, Task]:
    return {task.code: task for task in tasks}


def _indicators(plan: Plan) -> dict[str, Indicator]:
    return {one.code: one for task in plan.tasks for one in task.indicators}


def _owners(plan: Plan) -> dict[str, str]:
    """The task of each indicator."""
    return {one.code: task.code for task in plan.tasks for one in task.indicators}


def _forms(plan: Plan) -> dict[str, PlannedForm]:
    return {planned.form.code: planned for planned in plan.forms}


def _names(options: Sequence[Option]) -> list[str]:
    return [option.name for option in options]


def _words(value: Any) -> Text | str:
    """A value as it can be shown: a text in its languages, a list with commas, conditions with their names."""
    if isinstance(value, Mapping):
        return value if value.keys() <= set(LANGUAGES) else ", ".join(f"{k}={v}" for k, v in value.items())
    if isinstance(value, tuple):
        return ", ".join(part.name if isinstance(part, Option) else str(_words(part)) for part in value)
    if value is None or value is False:
        return ""
    if hasattr(value, "__dataclass_fields__"):
        named = ((one.name, getattr(value, one.name)) for one in fields(value))
        return "; ".join(f"{name}: {_words(part)}" for name, part in named if part)
    return str(value)
