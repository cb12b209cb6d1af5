"""Figures of the document: that they add up, in one unit of measure, within one total; and what they probably mean."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, product

from bot.core.folding import fold
from bot.core.plan.desk import Desk
from bot.core.plan.document import APART, StatedFigure
from bot.core.plan.fields import nearest
from bot.core.plan.figures import shown, value_of
from bot.core.plan.finding_codes import Code

BAND = "15-100"
"""Learners in a class, where the plan sets no band of its own (`group_size`)."""

Known = Mapping[str, StatedFigure]


def check_figures(desk: Desk) -> None:
    known = {figure.code: figure for figure in desk.plan.figures}
    fine = True
    for index, figure in enumerate(desk.plan.figures):
        fine &= _check_links(desk, index, figure, known)
    if fine:
        for index, figure in enumerate(desk.plan.figures):
            _check_sum(desk, index, figure, known)
            _check_scope(desk, index, figure, known)
            _check_written(desk, index, figure)
        _check_sizes(desk, known)


def _check_links(desk: Desk, index: int, figure: StatedFigure, known: Known) -> bool:
    """Whether every figure that this one names is there, and none is a part of itself."""
    fine = True
    named = (("sum_of", figure.sum_of), ("per", (figure.per,)), ("within", (figure.within,)))
    for field, codes in named:
        for code in codes:
            if code and code not in known and not (field == "within" and code == APART):
                near = nearest(code, known)
                desk.note(Code.FIGURE_UNKNOWN, "figure", index, field, figure=code, nearest=near)
                fine = False
    if figure.code in _all_parts(figure, known):
        desk.note(Code.FIGURE_CIRCLE, "figure", index, "sum_of", figure=figure.code)
        fine = False
    return fine


def _all_parts(figure: StatedFigure, known: Known) -> set[str]:
    found: set[str] = set()
    waiting = list(figure.sum_of)
    while waiting:
        code = waiting.pop()
        if code in known and code not in found:
            found.add(code)
            waiting += known[code].sum_of
    return found


def _check_sum(desk: Desk, index: int, figure: StatedFigure, known: Known) -> None:
    if not figure.sum_of:
        return
    units = {fold(known[code].unit.get("vi", "")): known[code].unit.get("vi", "") for code in figure.sum_of}
    units[fold(figure.unit.get("vi", ""))] = figure.unit.get("vi", "")
    if len(units) > 1:
        desk.note(
            Code.UNITS_ADDED, "figure", index, "sum_of", figure=figure.code, units=", ".join(units.values())
        )
        return
    total = _sum(figure, known)
    if total is None:
        return
    if figure.stated is None:
        _note_missing_total(desk, index, figure, total, known)
    elif total != figure.stated and not _put_right_below(figure, known):
        _note_wrong_sum(desk, index, figure, total, known)


def _sum(figure: StatedFigure, known: Known) -> Decimal | None:
    """What the parts come to."""
    parts = [value_of(code, known) for code in figure.sum_of]
    given = [part for part in parts if part is not None]
    return sum(given, Decimal(0)) if len(given) == len(parts) else None


def _put_right_below(figure: StatedFigure, known: Known) -> bool:
    """Whether the sum holds once parts that do not add up themselves are taken for what their own parts come to."""
    choices = [_ways(known[code], known) for code in figure.sum_of]
    return any(sum(way, Decimal(0)) == figure.stated for way in product(*choices))


def _ways(figure: StatedFigure, known: Known) -> list[Decimal]:
    total = _sum(figure, known) if figure.sum_of else None
    return [value for value in dict.fromkeys((figure.stated, total)) if value is not None]


def _note_missing_total(desk: Desk, index: int, figure: StatedFigure, total: Decimal, known: Known) -> None:
    """Once for the greatest total that is missing; the lesser ones are named in it."""
    if any(figure.code in other.sum_of and other.stated is None for other in known.values()):
        return
    parts = " + ".join(_spelled(known[code], known) for code in figure.sum_of)
    desk.note(
        Code.TOTAL_MISSING,
        "figure",
        index,
        figure=figure.code,
        **_label(figure),
        parts=parts,
        proposal=shown(total),
    )


def _spelled(figure: StatedFigure, known: Known) -> str:
    value = value_of(figure.code, known)
    return "?" if value is None else shown(value)


def _note_wrong_sum(desk: Desk, index: int, figure: StatedFigure, total: Decimal, known: Known) -> None:
    assert figure.stated is not None, "a figure that is not stated cannot be wrong"
    parts = [value for code in figure.sum_of if (value := value_of(code, known)) is not None]
    spelled = " + ".join(map(shown, parts))
    confirming = next(_confirming(figure, total, known), None)
    desk.note(
        Code.SUM_WRONG,
        "figure",
        index,
        "stated",
        figure=figure.code,
        **_label(figure),
        stated=shown(figure.stated),
        sum=shown(total),
        parts=spelled,
        source=figure.source,
        proposal=shown(total) if confirming else "",
    )
    if confirming:
        greater, said = confirming
        desk.note(
            Code.SUM_CONFIRMED,
            "figure",
            index,
            "sum_of",
            figure=greater.code,
            total=shown(greater.stated or Decimal(0)),
            parts=said,
            right=shown(total),
            wrong=shown(figure.stated),
            omitted=_omitted(parts, figure.stated),
        )


def _confirming(figure: StatedFigure, total: Decimal, known: Known) -> Iterator[tuple[StatedFigure, str]]:
    """Each greater sum that holds with what the parts come to, and not with what is stated."""
    for greater in known.values():
        if figure.code not in greater.sum_of or greater.stated is None:
            continue
        others = [value_of(code, known) for code in greater.sum_of if code != figure.code]
        given = [value for value in others if value is not None]
        if len(given) == len(others) and sum(given, total) == greater.stated:
            yield greater, " + ".join(map(shown, (*given, total)))


def _omitted(parts: Sequence[Decimal], stated: Decimal) -> str:
    """The parts that were forgotten, if leaving some out gives what is stated; "" where that tells nothing."""
    for size in (1, 2):
        ways = [left for left in combinations(parts, size) if sum(parts) - sum(left) == stated]
        if len(ways) == 1:
            return " + ".join(map(shown, ways[0]))
    return ""


def _label(figure: StatedFigure) -> dict[str, str]:
    return {"label": figure.label.get("vi", ""), "label_en": figure.label.get("en", "")}


def _check_scope(desk: Desk, index: int, figure: StatedFigure, known: Known) -> None:
    """A figure beside a total of the same unit, and in no sum: it may be counted in the total or come on top of it."""
    unit = fold(figure.unit.get("vi", ""))
    parts = {code for other in known.values() for code in other.sum_of}
    if not unit or figure.sum_of or figure.within or figure.code in parts or figure.stated is None:
        return
    totals = [
        other
        for other in known.values()
        if other.sum_of and other.code not in parts and fold(other.unit.get("vi", "")) == unit
    ]
    if totals:
        value = value_of(totals[0].code, known)
        desk.note(
            Code.FIGURE_SCOPE,
            "figure",
            index,
            figure=figure.code,
            **_label(figure),
            stated=shown(figure.stated),
            total="?" if value is None else shown(value),
        )


def _check_written(desk: Desk, index: int, figure: StatedFigure) -> None:
    """That the text holds what is said to be stated: 3342, 3.342, 09."""
    if desk.text is None or figure.stated is None:
        return
    whole, _, part = shown(figure.stated).partition(".")
    grouped = f"{int(whole):,}".replace(",", "[.\\s]?")
    fraction = f",{part}" if part else ""
    if not re.search(rf"(?<![\d.,])0*{grouped}{fraction}(?![\d]|[.,]\d)", desk.text.raw):
        desk.note(
            Code.FIGURE_NOT_IN_TEXT,
            "figure",
            index,
            "stated",
            figure=figure.code,
            stated=shown(figure.stated),
        )


def _check_sizes(desk: Desk, known: Known) -> None:
    band = desk.plan.group_size or BAND
    bounds = re.fullmatch(r"([0-9]{1,6})\s*-\s*([0-9]{1,6})", band)
    if bounds is None:
        desk.note(Code.GROUP_SIZE_BAD, "plan", "group_size", value=band)
        return
    least, most = Decimal(bounds[1]), Decimal(bounds[2])
    for index, figure in enumerate(desk.plan.figures):
        persons, groups = value_of(figure.code, known), value_of(figure.per, known)
        if persons is None or not groups:
            continue
        size = persons / groups
        if not least <= size <= most:
            desk.note(
                Code.GROUP_SIZE_ODD,
                "figure",
                index,
                figure=figure.code,
                **_label(figure),
                size=shown(size.quantize(Decimal("0.1"), ROUND_HALF_UP)),
                band=band,
            )
