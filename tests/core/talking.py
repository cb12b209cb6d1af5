"""A conversation with the engine of forms, and the form that most of it is about.

    talk = Talk(*SURVEY)
    talk.say("có", "20/11/2026", Word.BACK, talk.press(HELD_ON, "keep"))

Between any two steps the filling is stored as JSON and read back, as it is in life.
"""

import json
from datetime import date

from bot.core.attachments import Attachment
from bot.core.forms.engine import advance, begin, standing
from bot.core.forms.filling import Filling
from bot.core.forms.model import Form, Option, Question, Type, Value
from bot.core.forms.outcomes import Asked, Line, Outcome
from bot.core.forms.said import Pressed, Said, Sent, Typed, Word
from bot.core.forms.scene import Scene
from bot.core.forms.sitting import Step

TODAY = date(2026, 11, 23)  # a Monday
SCENE = Scene(unit={"unit_teachers": 45, "unit_level": "TH"}, tasks=frozenset({"P-1"}), today=TODAY)

HALL, ONLINE, ZALO = (
    Option("hall", {"vi": "Hội trường", "en": "Hall"}),
    Option("online", {"vi": "Trực tuyến", "en": "Online"}),
    Option("zalo", {"vi": "Zalo", "en": "Zalo"}),
)


def question(name: str, kind: Type, **more: object) -> Question:
    """A question whose label is its name."""
    return Question(name, kind, {"vi": f"{name}?", "en": f"{name}?"}, **more)  # type: ignore[arg-type] # as given


HELD = question("held", Type.YES_NO, required=True)
HELD_ON = question(
    "held_on",
    Type.DATE,
    required=True,
    relevant="${held} = 'yes'",
    constraint=". >= date('2024-04-24')",
    constraint_message={
        "vi": "Chỉ thị ban hành ngày 24/4/2024.",
        "en": "The Directive dates from 24/4/2024.",
    },
)
ATTENDED = question(
    "attended", Type.RATIO, required=True, relevant="${held} = 'yes'", total="${unit_teachers}"
)
WAYS = question("ways", Type.SELECT_MULTIPLE, relevant="${held} = 'yes'", options=(HALL, ONLINE, ZALO))
PROOF = question("proof", Type.EVIDENCE)
REMARK = question("remark", Type.TEXT)

COUNT = question("count", Type.INTEGER, required=True)
LAST = question("last", Type.TEXT)
"""A question that must be answered, and one that need not be."""

SURVEY = (HELD, HELD_ON, ATTENDED, WAYS, PROOF, REMARK)
"""Held? On which day, by how many, in which ways? Evidence, remarks."""

ALL_SAID: tuple[Said | str, ...] = ("có", "20/11/2026", "43", "1, 3", Pressed("4", "skip"), "Rất tốt")
"""Brings the survey from its first question to the summary."""

LINES = (
    Line(1, HELD, "yes"),
    Line(2, HELD_ON, "2026-11-20"),
    Line(3, ATTENDED, [43, 45]),
    Line(4, WAYS, ["hall", "zalo"]),
    Line(5, PROOF, None),
    Line(6, REMARK, "Rất tốt"),
)
"""The summary of the survey."""

PHOTO = Attachment("photo-1", "unique-1", "image/jpeg", 200_000)
MINUTES = Attachment("file-2", "unique-2", "application/pdf", 300_000)
MOVIE = Attachment("file-3", "unique-3", "video/mp4", 300_000, "phim.mp4")

SEND, CORRECT, LEAVE = (Pressed("summary", what) for what in ("send", "edit", "cancel"))
"""The buttons under the summary: Gửi, Sửa, Huỷ."""

THROW_AWAY, GO_ON = Pressed("cancel", "yes"), Pressed("cancel", "no")
"""The buttons under "really throw it away?"."""


class Talk:
    """What a person and the engine say to each other over one form."""

    def __init__(self, *questions: Question, scene: Scene = SCENE, filling: Filling | None = None) -> None:
        self.form = Form("F", {"vi": "Báo cáo", "en": "Report"}, questions)
        self.scene = scene
        self._take(
            begin(self.form, scene) if filling is None else standing(filling, self.form, scene),
        )

    def say(self, *said: Said | str) -> Outcome:
        """Say one thing after another and return what the last one comes to. A text is typed."""
        for one in said:
            self._take(advance(self.filling, in_their_terms(one), self.form, self.scene))
        return self.outcome

    def come_back(self) -> Outcome:
        """Open the form again and return what it asks for."""
        self._take(standing(self.filling, self.form, self.scene))
        return self.outcome

    def press(self, under: Question, what: str) -> Pressed:
        """The button under a question."""
        return Pressed(str(self.form.questions.index(under)), what)

    @property
    def asked(self) -> Asked:
        """The question that was asked just now."""
        assert isinstance(self.outcome, Asked), self.outcome
        return self.outcome

    @property
    def answers(self) -> dict[str, Value]:
        return dict(self.filling.answers)

    def _take(self, step: Step) -> None:
        filling, self.outcome = step
        self.filling = Filling.from_json(json.loads(json.dumps(filling.to_json())))
        assert self.filling == filling


def in_their_terms(said: Said | str) -> Said:
    """What the engine hears: a bare text is typed. (A `Word` is a text to Python, too.)"""
    return Typed(said) if isinstance(said, str) and not isinstance(said, Word) else said


def survey(*said: Said | str, scene: Scene = SCENE) -> Talk:
    """The survey after these things were said."""
    talk = Talk(*SURVEY, scene=scene)
    talk.say(*said)
    return talk


def photos() -> Talk:
    """The survey, not held yet, with two files sent and "done" not pressed yet."""
    return survey("chưa", sent(PHOTO), sent(MINUTES))


def sent(attachment: Attachment, caption: str = "") -> Sent:
    """A photo or file, as it is sent."""
    return Sent((attachment,), caption)
