"""The columns of a plan's sheets as a workbook offers them: their order, their widths, and what may be chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.core.forms.model import Type
from bot.core.periods import PeriodKind
from bot.core.plan.model import Accumulates, IndicatorKind, Status
from bot.core.plan.placed import LISTS
from bot.core.plan.read_reminders import TO, When
from bot.core.plan.read_survey import FRAMES
from bot.core.plan.vocabulary import LANGUAGES, LEVELS, OWNERSHIP, Cadence

_AUDIENCE = "kinds levels ownership only never"


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split())


COLUMNS: Mapping[str, Sequence[str]] = {
    "plan": _columns(
        "code title:: short:: number issued_on issued_on_status issuer:: basis:: starts_on ends_on monitor_kinds"
        " text annexes group_size lock_days reminders_a_week silent_after grace_days extension_days"
    ),
    "figures": _columns("code label:: source stated unit:: sum_of within per"),
    "cites": _columns("number date issuer:: title:: source congress_of ordinal"),
    "tasks": _columns(
        f"code title:: source {_AUDIENCE} cadence deadline deadline_status owner_status core depends_on"
        " rolls_up_from note"
    ),
    "indicators": _columns(
        "task code kind label:: numerator denominator value target unit:: source_figure figure group group_targets"
        " accumulates"
    ),
    "forms": _columns(
        f"code title:: {_AUDIENCE} period deadline deadline_status opens_days_before minutes xlsform task"
    ),
    "survey": _columns(
        "form name type task label:: hint:: required relevant constraint constraint_message:: calculation"
        " default total future choice_filter guidance_hint:: repeat_count unusual"
    ),
    "choices": _columns("list_name name label::"),
    "reminders": _columns("step days when to working_days"),
    "decisions": _columns("finding thing seen value why by decided_on"),
}
"""In their order; `label::` stands for that column in each language. What a plan has beside these comes last."""

_SENTENCES = frozenset(
    ("title", "label", "hint", "constraint_message", "issuer", "basis", "note", "guidance_hint")
)
_EXPRESSIONS = frozenset(
    ("relevant", "constraint", "calculation", "numerator", "denominator", "value", "total", "choice_filter")
)
_TRUTHS = frozenset(("core", "required", "future", "working_days"))


@dataclass(frozen=True, slots=True)
class Offer:
    """What a cell offers to choose from: words, or the codes in another sheet. `closed`: nothing else will do."""

    words: tuple[str, ...] = ()
    sheet: str = ""
    closed: bool = True


def columns_of(sheet: str, used: Sequence[str]) -> list[str]:
    """The columns of a sheet that is to hold those in `used`: the usual ones, then what else there is."""
    used = list(dict.fromkeys(used))
    columns: list[str] = []
    for name in COLUMNS.get(sheet, ()):
        if not name.endswith("::"):
            columns.append(name)
            continue
        spelled = [column for column in used if column.startswith(name)]
        columns += spelled or [f"{name}{language}" for language in LANGUAGES]
    return columns + [column for column in used if column not in columns]


def width_of(column: str) -> int:
    """Characters that a column shows at once."""
    name = column.partition("::")[0]
    if name in _SENTENCES:
        return 44
    return 30 if name in _EXPRESSIONS else 22 if name in LISTS else 16


def offer_of(sheet: str, column: str) -> Offer | None:
    """What a cell of that column offers; None where anything may be written."""
    match sheet, column:
        case _, "deadline_status" | "owner_status" | "issued_on_status":
            return Offer(_words(Status))
        case "tasks", "cadence":
            return Offer(_words(Cadence))
        case "forms", "period":
            return Offer(_words(PeriodKind))
        case "reminders", "when":
            return Offer(_words(When))
        case "reminders", "to":
            return Offer(TO, closed=False)
        case "indicators", "kind":
            return Offer(_words(IndicatorKind))
        case "indicators", "accumulates":
            return Offer(_words(Accumulates))
        case "survey", "type":
            return Offer((*_words(Type), *FRAMES), closed=False)
        case "indicators" | "survey" | "forms", "task":
            return Offer(sheet="tasks")
        case "survey", "form":
            return Offer(sheet="forms")
        case "tasks" | "forms", "levels":
            return Offer(LEVELS, closed=False)
        case "tasks" | "forms", "ownership":
            return Offer(OWNERSHIP, closed=False)
    return Offer(("true", "false")) if column in _TRUTHS else None


def _words(words: type[StrEnum]) -> tuple[str, ...]:
    return tuple(str(word.value) for word in words)
