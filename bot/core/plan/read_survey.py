"""The sheet `survey`: questions, groups and repeats, in the words of XLSForm.

A Form is flat. A group leaves a note, its heading, and its `relevant` is a condition of all its questions. A repeat is
unrolled into rounds: the first bears the names that were written, the later ones end in ".2", ".3"; after each round
the question that bears the repeat's own name asks whether there is another. So `${learners}` is read within a round,
`sum(${learners})` and `count(${classes})` over all of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.forms.model import MOST_ROUNDS, Option, Question, Text, Type
from bot.core.plan import rounds
from bot.core.plan.fields import Fields, Notes, nearest
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Place
from bot.core.plan.placed import Path, Row

Lists = Mapping[str, tuple[Option, ...]]

MOST_QUESTIONS = 900
"""Questions of a form, the rounds of its repeats counted each: their places have three digits."""

_SELECTS = (Type.SELECT_ONE, Type.SELECT_MULTIPLE)
FRAMES = ("begin_group", "end_group", "begin_repeat", "end_repeat")


def frame_of(kind: str) -> str:
    """The word of a row that begins or ends a group: "begin group" is begin_group; "" for a question."""
    word = "_".join(kind.casefold().split())
    return word if word in FRAMES else ""


@dataclass
class _Frame:
    """A group or repeat that was begun: what it says, and where its questions begin."""

    fields: Fields
    name: str
    label: Text
    relevant: str
    task: str | None
    repeat: bool
    begins_repeat: bool
    count: str
    begun: int


class SurveyReader:
    """Reads the rows of one form."""

    def __init__(self, form: int, lists: Lists, notes: Notes) -> None:
        self._form = form
        self._lists = lists
        self._notes = notes
        self._questions: list[Question] = []
        self._frames: list[_Frame] = []

    def questions(self, rows: Sequence[Row]) -> tuple[Question, ...]:
        """The form's questions, in their order."""
        for row in rows:
            self._take(row)
        for frame in reversed(self._frames):
            frame.fields.note(Code.GROUP_OPEN, "type", name=frame.name)
        while self._frames:
            self._end()
        if len(self._questions) > MOST_QUESTIONS and rows:
            length, most = str(len(self._questions)), str(MOST_QUESTIONS)
            self._notes.note(Code.FORM_LARGE, rows[0].place, length=length, most=most)
        return tuple(self._questions[:MOST_QUESTIONS])

    # --- rows --------------------------------------------------------------------------------------------

    def _take(self, row: Row) -> None:
        cell = row.cells.get("type")
        kind = cell.value if cell is not None and isinstance(cell.value, str) else ""
        match frame_of(kind):
            case "":
                question = _question(row, self._path(), self._lists, self._notes)
                self._questions.append(self._inside(question))
            case "begin_group" | "begin_repeat" as word:
                self._begin(row, repeat=word == "begin_repeat")
            case word:
                self._close(row, repeat=word == "end_repeat")

    def _begin(self, row: Row, *, repeat: bool) -> None:
        fields = Fields(row, self._path(), self._notes)
        fields.text("form")
        fields.text("type")
        count = fields.text("repeat_count")
        frame = _Frame(
            fields=fields,
            name=fields.text("name", required=True),
            label=fields.sentence("label"),
            relevant=fields.text("relevant"),
            task=fields.text("task") or (self._frames[-1].task if self._frames else None),
            repeat=repeat and not any(one.repeat for one in self._frames),
            begins_repeat=repeat,
            count=count if repeat else "",
            begun=len(self._questions),
        )
        if repeat and not frame.repeat:
            fields.note(Code.REPEAT_NESTED, "type", name=frame.name)
        if count and not repeat:
            fields.note(Code.FIELD_IDLE, "repeat_count", field="repeat_count", type="begin_group")
        fields.end()
        self._frames.append(frame)
        heading = self._inside(
            Question(
                name=f"{frame.name}-heading" if frame.repeat else frame.name,
                type=Type.NOTE,
                label=frame.label,
                relevant=frame.relevant,
                task=frame.task,
            )
        )
        self._questions.append(heading)

    def _close(self, row: Row, *, repeat: bool) -> None:
        fields = Fields(row, (*self._path(), "end"), self._notes)
        if not self._frames:
            fields.note(Code.GROUP_NOT_OPEN, "type", type=fields.text("type"))
            return
        if repeat != self._frames[-1].begins_repeat:
            fields.note(Code.GROUP_CROSSED, "type", type=fields.text("type"), name=self._frames[-1].name)
        self._end()

    def _end(self) -> None:
        frame = self._frames.pop()
        members = self._questions[frame.begun :]
        asked = frozenset(question.name for question in members if question.asked)
        self._questions[frame.begun] = replace(members[0], heads=asked)
        if frame.repeat:
            self._unroll(frame)

    def _inside(self, question: Question) -> Question:
        """The question with the conditions and the task of the groups around it."""
        conditions = tuple(frame.relevant for frame in self._frames if frame.relevant)
        task = question.task or next((frame.task for frame in reversed(self._frames) if frame.task), None)
        inner = any(frame.repeat for frame in self._frames)
        return replace(question, within=conditions, task=task, round=int(inner))

    # --- repeats -----------------------------------------------------------------------------------------

    def _unroll(self, frame: _Frame) -> None:
        """The questions of a repeat as often as it may be answered."""
        begun = frame.begun
        heading, *members = self._questions[begun:]
        outer = heading.within
        conditions = (*outer, frame.relevant) if frame.relevant else outer
        self._questions[begun:] = []
        names = frozenset(question.name for question in (heading, *members)) | {frame.name}
        members = [replace(question, round=1) for question in members]
        task = frame.task or next((question.task for question in members if question.task), None)
        marker = rounds.marker(frame.name, frame.label, conditions, count=frame.count, task=task)
        places = self._places_from(begun, len(members) + 1)
        for round_ in range(1, MOST_ROUNDS + 1):
            before = rounds.condition(frame.name, round_, count=frame.count)
            last = marker if round_ < MOST_ROUNDS else rounds.closing(marker)
            for at, question in enumerate((replace(heading, round=1), *members, last)):
                turned = rounds.in_round(question, round_, names)
                place = len(self._questions)
                for rest, known in places[at] if question is not last else [((), frame.fields.row.place)]:
                    self._notes.places[(*self._path(place), *rest)] = known
                self._questions.append(
                    replace(turned, within=(*outer, *before, *turned.within[len(outer) :]))
                )

    def _places_from(self, begun: int, count: int) -> list[list[tuple[Path, Place]]]:
        """Where the questions from that one on stand, and their fields: a later round stands where the first does."""
        found: list[list[tuple[Path, Place]]] = [[] for _ in range(count)]
        for path, place in self._notes.places.items():
            at = path[3] if len(path) > 3 and path[:3] == self._path()[:3] else -1
            if isinstance(at, int) and 0 <= at - begun < count:
                found[at - begun].append((path[4:], place))
        return found

    def _path(self, at: int | None = None) -> Path:
        return ("form", self._form, "question", len(self._questions) if at is None else at)


def _question(row: Row, path: Path, lists: Lists, notes: Notes) -> Question:
    fields = Fields(row, path, notes)
    fields.text("form")
    kind, options = _type(fields, lists)
    question = Question(
        name=fields.text("name", required=True),
        type=kind,
        label=fields.sentence("label", required=kind is not Type.CALCULATE),
        hint=fields.sentence("hint"),
        required=fields.truth("required"),
        relevant=fields.text("relevant"),
        constraint=fields.text("constraint"),
        constraint_message=fields.sentence("constraint_message"),
        calculation=fields.text("calculation"),
        default=fields.text("default"),
        total=fields.text("total"),
        options=options,
        task=fields.text("task") or None,
        future=fields.truth("future"),
        guidance=fields.sentence("guidance_hint"),
        choice_filter=fields.text("choice_filter"),
        unusual=fields.text("unusual"),
    )
    fields.end()
    return question


def _type(fields: Fields, lists: Lists) -> tuple[Type, tuple[Option, ...]]:
    """The type and, for `select_one channels`, the options of that list."""
    written = fields.text("type", required=True)
    word, _, name = written.partition(" ")
    name = name.strip()
    if word not in [kind.value for kind in Type]:
        if written:
            near = nearest(word, [*Type, *FRAMES])
            fields.note(Code.TYPE_UNKNOWN, "type", type=written, nearest=near)
        return Type.TEXT, ()
    kind = Type(word)
    if kind not in _SELECTS:
        if name:
            fields.note(Code.TYPE_UNKNOWN, "type", type=written, nearest=word)
        return kind, ()
    if not name:
        fields.note(Code.LIST_NOT_NAMED, "type", type=word)
    elif name not in lists:
        fields.note(Code.LIST_UNKNOWN, "type", list=name, nearest=nearest(name, lists))
    return kind, lists.get(name, ())


def list_names(rows: Sequence[Row]) -> Iterator[str]:
    """The lists that questions name."""
    for row in rows:
        cell = row.cells.get("type")
        written = cell.value if cell is not None and isinstance(cell.value, str) else ""
        if not frame_of(written):
            yield written.partition(" ")[2].strip()
