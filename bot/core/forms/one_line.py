"""A whole form in one message: "45/45, 312, 20/11, không" answers the questions from the one that is asked on.

Only where every part is one answer of its own question, and the whole could not be the answer to the one question that
is asked. Nothing is kept before the person has seen what was understood.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.folding import clean, fold, natural, strip_courtesy
from bot.core.forms import expressions, known
from bot.core.forms import scene as scenes
from bot.core.forms.answers import understand
from bot.core.forms.answers.outcome import Doubtful, Understanding, Understood
from bot.core.forms.expected import says_unknown
from bot.core.forms.filling import Filling, Heard
from bot.core.forms.model import Form, Question, Type, Value
from bot.core.forms.pressing import buttons, pressed_value
from bot.core.forms.scene import Course, Scene

MOST_PARTS = 60
FEWEST = 2
"""Parts that must be understood: one alone is an answer to one question."""

_STRONG = re.compile(r"[;\n|]")
_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
"""A comma between two digits belongs to a number: 12,5."""

_NEVER = (Type.TEXT, Type.EVIDENCE)
"""At such a question the whole text is one answer, whatever it holds."""

MANY_SIGNED = (Type.RATIO, Type.DOCUMENT, Type.SELECT_MULTIPLE, Type.DATE)
"""Kinds of which one answer may hold a comma: "43/45, thiếu 2", "15-KH/ĐU, ngày 20/11", "thứ Sáu, 20/11"."""

_PASSED_OVER = frozenset(["bo qua", "trong", "de trong", "skip", "empty", "-", "–"])
_NOTHING = frozenset(
    ["khong", "ko", "k", "khong co", "ko co", "khong co gi", "chua co", "none", "no", "nothing", "0"]
)
_TELLING = (Type.TEXT, Type.EVIDENCE, Type.DOCUMENT)
"""Where "không" says that there is nothing to tell; elsewhere it is an answer."""


def parts_of(text: str) -> Sequence[str]:
    """The parts of a text: at semicolons, bars and line breaks, and only where there is none of these at commas."""
    text = clean(text)
    cuts = _STRONG if _STRONG.search(text) else _COMMA
    return [part.strip() for part in cuts.split(text) if part.strip()]


def read_line(text: str, question: Question, filling: Filling, form: Form, scene: Scene) -> Heard | None:
    """What several answers in one message answer, from that question on; None where it is to be read as one answer."""
    if question.type in _NEVER:
        return None
    parts = parts_of(text)
    course = scenes.course(form, filling.answers, scene, skipped=filling.skipped)
    if not FEWEST <= len(parts) <= MOST_PARTS:
        return None
    strong = bool(_STRONG.search(clean(text)))
    one = _could_be_one(text, question, course, scene)
    if one and (not strong or question.type in MANY_SIGNED):
        return None
    heard = _Hearing(form, scene, filling, question).hear(parts, strong=strong)
    if len(heard.answers) + len(heard.skipped) < FEWEST or question.name in heard.unread:
        return None
    return None if one and (heard.unread or heard.left) else heard


def _could_be_one(text: str, question: Question, course: Course, scene: Scene) -> bool:
    reading = understand(text, question, context=scenes.context(question, course, scene))
    if isinstance(reading, Understood):
        return True
    return isinstance(reading, Doubtful) and question.type in MANY_SIGNED


class _Hearing:
    """Walks through the form with the parts of one message."""

    def __init__(self, form: Form, scene: Scene, filling: Filling, first: Question) -> None:
        self._form = form
        self._scene = scene
        # The question that is asked is answered anew, whatever it had.
        self._filling = replace(filling, answers=_without(filling, first.name), draft=None)
        self._answers: dict[str, Value] = {}
        self._skipped: list[str] = []
        self._unread: dict[str, str] = {}
        self._left: list[str] = []
        self._passed: set[str] = set()
        self._first = first.name

    def hear(self, parts: Sequence[str], *, strong: bool) -> Heard:
        for number, part in enumerate(parts):
            question, course = self._next()
            while question is not None and question.type is Type.EVIDENCE and not passes_over(part, question):
                self._passed.add(question.name)  # no file can be typed: it is asked for afterwards
                question, course = self._next()
            if question is None or self._depends_on_unread(question):
                self._left = list(parts[number:])
                break
            if question.type is Type.TEXT and not strong and not passes_over(part, question):
                self._take(", ".join(parts[number:]), question, course)  # words may hold commas of their own
                break
            self._take(part, question, course)
        return Heard(self._answers, tuple(self._skipped), self._unread, tuple(self._left))

    def _next(self) -> tuple[Question | None, Course]:
        """The question that is open, from the first one on; what the roster answers is not."""
        course = scenes.course(self._form, self._filling.answers, self._scene, skipped=self._filling.skipped)
        if self._first in self._filling.answers or self._first in self._filling.skipped:
            filled = known.with_defaults(self._filling, self._form, self._scene, course)
            if filled is not self._filling:
                self._filling = filled
                return self._next()
        reached = False
        for question in course.questions:
            reached = reached or question.name == self._first
            settled = question.name in self._filling.answers or question.name in self._filling.skipped
            if reached and not settled and question.name not in self._passed:
                return question, course
        return None, course

    def _take(self, part: str, question: Question, course: Course) -> None:
        if passes_over(part, question):
            self._skipped.append(question.name)
            self._filling = self._filling.without_answer(question.name)
            return
        value = self._read(part, question, course)
        if value is None:
            self._unread[question.name] = part
            self._passed.add(question.name)
            return
        self._answers[question.name] = value
        self._filling = self._filling.with_answer(question.name, value)

    def _read(self, part: str, question: Question, course: Course) -> Value | None:
        return read_part(part, question, course, self._scene)

    def _depends_on_unread(self, question: Question) -> bool:
        """Whether a part may stand at the wrong question: one before it that was not understood decides what is
        asked."""
        if not self._unread:
            return False
        names = [one.name for one in self._form.questions]
        behind = self._form.questions[names.index(next(iter(self._unread))) + 1 :]
        named = [name for one in behind for name in _names(one)]
        return any(name in self._unread for name in named) and question.name not in self._unread


def read_part(part: str, question: Question, course: Course, scene: Scene) -> Value | None:
    """The value of one of several answers, if it may be kept once the person has confirmed it; None otherwise."""
    reading = understand_part(part, question, course, scene)
    if not isinstance(reading, Understood | Doubtful) or not scenes.fits(
        question, reading.value, course, scene
    ):
        return None
    if question.follows and str(reading.value) < scene.today.isoformat():
        return None
    return reading.value


def understand_part(part: str, question: Question, course: Course, scene: Scene) -> Understanding:
    """What a part says; of a yes-or-no question the number of a choice as well, which elsewhere the menu reads."""
    context = scenes.context(question, course, scene)
    number = natural(part.rstrip(".)"), digits=2)
    offered = buttons(question, total=context.total)
    if question.type is Type.YES_NO and number is not None and 1 <= number <= len(offered):
        return Understood(pressed_value(question, offered[number - 1], context))
    return understand(part, question, context=context)


def _names(question: Question) -> set[str]:
    return {name for one in question.conditions for name in expressions.compile(one).names}


def passes_over(part: str, question: Question) -> bool:
    """Whether that passes over a question that need not be answered."""
    if question.required:
        return False
    folded = fold(strip_courtesy(part)).strip(".!… ")
    return (
        folded in _PASSED_OVER
        or (question.type in _TELLING and folded in _NOTHING)
        or (question.type is Type.DOCUMENT and folded == "chua")
        or (question.follows != "" and says_unknown(part))
    )


def _without(filling: Filling, name: str) -> dict[str, Value]:
    return {other: value for other, value in filling.answers.items() if other != name}
