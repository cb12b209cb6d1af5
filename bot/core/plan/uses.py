"""Whether an expression reads an answer in a way that its type allows.

A ratio has two figures and a document two parts: `${attended} > 0` would never hold, nor would a comparison
with an option that the question does not offer.
"""

from bot.core.forms.expression_compiler import Use
from bot.core.forms.model import Question, Type
from bot.core.plan.desk import Desk
from bot.core.plan.finding_codes import Code
from bot.core.plan.vocabulary import LEVELS, OWNERSHIP

_CHOICES = frozenset((Type.SELECT_ONE, Type.SELECT_MULTIPLE))
_TYPES_FOR = {
    "done": frozenset((Type.RATIO,)),
    "total": frozenset((Type.RATIO,)),
    "number-of": frozenset((Type.DOCUMENT,)),
    "date-of": frozenset((Type.DOCUMENT,)),
    "selected": _CHOICES,
    "count-selected": _CHOICES | {Type.EVIDENCE},
}
_NUMERIC = frozenset(
    ("<", "<=", ">", ">=", "+", "-", "*", "div", "mod", "number", "int", "round", "min", "max", "sum")
)
_YES_NO = frozenset(("yes", "not_yet", "no", "na"))


def check_use(desk: Desk, path: tuple[str | int, ...], use: Use, question: Question | None) -> None:
    """One use of a name in the expression at `path`. `question` is what bears the name; None for a variable of
    the unit."""
    field = str(path[-1])
    if question is not None:
        allowed = _TYPES_FOR.get(use.by)
        if allowed is not None and question.type not in allowed:
            desk.note(Code.PART_WRONG, *path, field=field, name=use.name, function=use.by, type=question.type)
            return
        if question.type is Type.RATIO and (
            use.by in _NUMERIC or (use.by in ("=", "!=") and not use.against)
        ):
            desk.note(Code.RATIO_READ_WHOLE, *path, field=field, name=use.name)
            return
    if use.by in ("=", "!=", "selected"):
        offered = _offered(desk, use.name, question)
        for option in use.against:
            if offered is not None and option and option not in offered:
                desk.note(Code.OPTION_UNKNOWN, *path, field=field, name=use.name, option=option)


def _offered(desk: Desk, name: str, question: Question | None) -> frozenset[str] | None:
    """The words that an answer can be; None where they are not few."""
    if question is None:
        known = {"unit_level": LEVELS, "unit_ownership": OWNERSHIP, "unit_kind": desk.kinds}.get(name)
        return None if known is None else frozenset(known)
    match question.type:
        case Type.YES_NO:
            return _YES_NO
        case Type.RATIO:
            return frozenset(("na",))
        case Type.SELECT_ONE | Type.SELECT_MULTIPLE:
            return frozenset(option.name for option in question.options)
        case _:
            return None
