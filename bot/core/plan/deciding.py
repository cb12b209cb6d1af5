"""Which findings a person may decide, and what was decided about each.

A fault of the plan file is put right in the file. A fault of the document (a sum that does not add up, a date that
nobody stated) cannot be: somebody decides what shall count, and says why. A decision belongs to a finding and the thing
that it is about, and holds as long as the finding says the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.core.plan.document import Decision
from bot.core.plan.figures import SETTLING, plain
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding
from bot.core.plan.placed import Places

C = Code

ABOUT: Mapping[str, str] = {
    **dict.fromkeys((C.NUMBER_MISSING, C.ISSUED_ON_MISSING, C.ISSUED_ON_ASSUMED), ""),
    **dict.fromkeys((C.DEADLINES_UNSTATED, C.OWNERS_UNSTATED, C.TEXT_HEAD_INCOMPLETE), ""),
    **dict.fromkeys((C.SUM_WRONG, C.TOTAL_MISSING, C.UNITS_ADDED, C.FIGURE_SCOPE), "figure"),
    **dict.fromkeys((C.FIGURE_NOT_IN_TEXT, C.GROUP_SIZE_ODD), "figure"),
    **dict.fromkeys((C.COUNTS_MIXED, C.TARGET_NOT_FIGURE, C.INDICATOR_OVER_FORMS), "indicator"),
    C.DENOMINATOR_NOT_FROM_ROSTER: "indicator",
    **dict.fromkeys(
        (C.CITE_INCOMPLETE, C.CITE_AFTER_PLAN, C.CITE_TWO_ISSUERS, C.CITE_IN_TWO_SECTIONS), "cite"
    ),
    C.ORDINAL_DOUBTFUL: "congress",
    **dict.fromkeys((C.TASKS_ALIKE, C.KIND_UNASKED), "task"),
    **dict.fromkeys((C.PUPILS_WITHOUT_LEVELS, C.KEY_TASKS_WITHOUT_TARGET), ""),
    C.MONITOR_IMPLEMENTS: "kind",
    C.QUESTION_TWICE: "name",
    **dict.fromkeys((C.PERCENT_WITHOUT_BASE, C.SENTENCE_COMPOUND, C.ANNEX_ABSENT), ""),
    **dict.fromkeys((C.PERIOD_VAGUE, C.KEY_WITHOUT_FIGURE), "quote"),
    C.SCOPE_DIFFERS: "noun",
    C.OTHER_PLAN_FOLLOWED: "section",
    C.ACTOR_WITHOUT_TASK: "actor",
    C.DUTY_TWICE: "duty",
    C.BODY_ABOLISHED: "body",
    C.TERM_UNDEFINED: "term",
}
"""What may be decided, and which value of the finding names the thing that it is about ("": the whole plan)."""

_BESIDE = frozenset(("places", "first", "nearest", "label", "basis"))
"""Values that mean nothing new when they change: lines that moved, a figure's name, a source."""


def may_be_decided(one: Finding) -> bool:
    return one.code in ABOUT


def thing_of(one: Finding) -> str:
    """What a finding is about: the code of a figure or task, the number of a document; "" for the plan."""
    value = ABOUT.get(one.code, "")
    return one.values[value] if value else ""


def seen_in(one: Finding) -> str:
    """What a decision saw when it was taken: `stated=39; sum=45`. Text, so that a person can compare it."""
    about = ABOUT.get(one.code, "")
    return "; ".join(
        f"{name}={value}"
        for name, value in sorted(one.values.items())
        if name not in _BESIDE and name != about and not name.endswith("_en")
    )


def with_decisions(
    found: Iterable[Finding], decisions: Iterable[Decision], places: Places, *, whole: bool = True
) -> tuple[Finding, ...]:
    """The findings with what was decided about each, and what is wrong with the decisions themselves. Not `whole`: the
    document's text was not looked at, so that a decision without its finding means nothing."""
    taken = {(one.finding, one.thing): (index, one) for index, one in enumerate(decisions)}
    met: set[tuple[str, str]] = set()
    answered: list[Finding] = []
    for one in found:
        key = one.code, thing_of(one)
        if not may_be_decided(one) or key not in taken:
            answered.append(one)
            continue
        met.add(key)
        index, decision = taken[key]
        if decision.seen == seen_in(one):
            answered.append(replace(one, decision=decision))
        else:
            answered += (one, _stale(one, index, places))
    answered += (
        _doubt(decision, index, places)
        for key, (index, decision) in taken.items()
        if key not in met and (whole or decision.finding not in ABOUT)
    )
    answered += (
        finding(C.DECISION_VALUE_BAD, places.at("decision", index, "value"), value=decision.value)
        for index, decision in taken.values()
        if decision.finding in SETTLING and decision.value and plain(decision.value) is None
    )
    return tuple(answered)


def _stale(one: Finding, index: int, places: Places) -> Finding:
    return finding(C.DECISION_STALE, places.at("decision", index), finding=one.code, seen=seen_in(one))


def _doubt(decision: Decision, index: int, places: Places) -> Finding:
    code = C.DECISION_IDLE if decision.finding in ABOUT else C.DECISION_IMPOSSIBLE
    return finding(code, places.at("decision", index, "finding"), finding=decision.finding)
