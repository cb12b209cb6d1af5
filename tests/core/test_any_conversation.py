"""Whatever is said to whatever form, in whatever order: nothing raises, nothing is lost, nothing is sent too early."""

import json
from collections.abc import Mapping
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from bot.core.attachments import Attachment
from bot.core.forms import scene as scenes
from bot.core.forms.changing import read_changes
from bot.core.forms.engine import advance, begin, standing
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Form, Type, Value
from bot.core.forms.outcomes import (
    Asked,
    CancelAsked,
    Cancelled,
    Doubted,
    Filed,
    HeardAsked,
    Outcome,
    ReasonAsked,
    Stale,
    Submitted,
    Summarised,
    UnusualAsked,
    WhichAsked,
)
from bot.core.forms.plausible import strange
from bot.core.forms.pressing import buttons
from bot.core.forms.said import Pressed, Said, Typed, Word
from bot.core.forms.sitting import Sitting
from bot.core.forms.telling import GROWING
from tests.core.saying import ANY_TEXT, CERTAIN, COIN, FILLINGS, PRESSES, SAID, UNCERTAIN, forms, pasts
from tests.core.talking import CORRECT, GO_ON, LEAVE, MINUTES, PHOTO, SCENE, SEND, SURVEY, THROW_AWAY, sent

STANDS: dict[type[Outcome], Stand] = {
    Asked: Stand.QUESTION,
    Doubted: Stand.CONFIRM,
    ReasonAsked: Stand.REASON,
    UnusualAsked: Stand.UNUSUAL,
    HeardAsked: Stand.HEARD,
    Summarised: Stand.SUMMARY,
    WhichAsked: Stand.WHICH,
    CancelAsked: Stand.CANCEL,
}


def read_back(filling: Filling) -> Filling:
    """The filling after it was stored as JSON."""
    return Filling.from_json(json.loads(json.dumps(filling.to_json())))


class Conversations(RuleBasedStateMachine):
    """Somebody fills in a form, says anything at any time, and begins anew when it is sent or thrown away."""

    @initialize(form=forms(), data=st.data())
    def open(self, form: Form, data: st.DataObject) -> None:
        self.form = answerable(form)
        self.scene = replace(SCENE, **data.draw(pasts(self.form)))
        self._begin()

    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        self._hear(Typed(data.draw(st.sampled_from([*CERTAIN.get(self._kind, ()), *UNCERTAIN[self._kind]]))))

    @rule(data=st.data())
    def answer_clearly(self, data: st.DataObject) -> None:
        self._hear(Typed(data.draw(st.sampled_from(CERTAIN.get(self._kind, UNCERTAIN[self._kind])))))

    @rule(data=st.data())
    def tap(self, data: st.DataObject) -> None:
        """A button of the question that is asked."""
        question = next((one for one in self.form.questions if one.name == self.filling.at), None)
        if question is not None:
            offered = [*buttons(question, total=45), "done", "anew", "keep", "skip", "yes", "no"]
            place = str(self.form.place(question.name))
            self._hear(Pressed(place, data.draw(st.sampled_from(offered))))

    @rule(attachment=st.sampled_from([PHOTO, MINUTES]))
    def send_file(self, attachment: Attachment) -> None:
        self._hear(sent(attachment))

    @rule(data=st.data())
    def answer_several(self, data: st.DataObject) -> None:
        """Several answers in one message, to the questions from the one that is asked on, or to lines by number."""
        names = [question.name for question in self.form.questions]
        begin_ = names.index(self.filling.at) if self.filling.at in names else 0
        texts = [
            data.draw(st.sampled_from([*CERTAIN.get(one.type, ()), *UNCERTAIN.get(one.type, ("x",))]))
            for one in self.form.questions[begin_ : begin_ + data.draw(st.integers(2, 4))]
        ]
        if data.draw(COIN):
            texts = [f"sửa {number}: {text}" for number, text in enumerate(texts, begin_ + 1)]
        self._hear(Typed("; ".join(texts)))

    @precondition(lambda self: self.filling.stand in (Stand.HEARD, Stand.UNUSUAL))
    @rule(said=st.sampled_from(["đúng", "nhập lại", "Có thêm hai lớp mới mở", "7"]))
    def say_whether_it_is_right(self, said: str) -> None:
        self._hear(Typed(said))

    @rule(said=SAID)
    def say(self, said: Said) -> None:
        self._hear(said)

    @rule(said=PRESSES)
    def press_anything(self, said: Pressed) -> None:
        self._hear(said)

    @precondition(lambda self: self.filling.stand is Stand.WHICH)
    @rule(number=st.integers(0, 8))
    def correct(self, number: int) -> None:
        self._hear(Typed(str(number)))

    @precondition(lambda self: self.filling.stand is Stand.CANCEL)
    @rule(said=st.sampled_from([GO_ON, THROW_AWAY]))
    def decide(self, said: Pressed) -> None:
        self._hear(said)

    @precondition(lambda self: self.filling.stand is Stand.SUMMARY)
    @rule(said=st.sampled_from([CORRECT, LEAVE]))
    def hesitate(self, said: Pressed) -> None:
        self._hear(said)

    @precondition(lambda self: self.filling.stand is Stand.SUMMARY)
    @rule()
    def finish(self) -> None:
        self._hear(SEND)

    @rule()
    def come_back(self) -> None:
        filling, outcome = standing(self.filling, self.form, self.scene)
        assert filling == self.filling
        self._stands(outcome)

    @property
    def _kind(self) -> Type:
        """What is asked for; a text where nothing is."""
        return self.form.question(self.filling.at).type if self.filling.at is not None else Type.TEXT

    def _begin(self) -> None:
        self.filling, outcome = begin(self.form, self.scene)
        self._stands(outcome)

    def _hear(self, said: Said) -> None:
        before = self.filling
        gathered = self._gathered()
        after, outcome = advance(before, said, self.form, self.scene)
        assert advance(read_back(before), said, self.form, self.scene) == (after, outcome)
        self.filling = after
        match outcome:
            case Submitted():
                assert said == SEND
                assert before.stand is Stand.SUMMARY
                self._is_complete(outcome)
                self._begin()
            case Cancelled():
                assert said == THROW_AWAY or (
                    said in (Word.CANCEL, LEAVE) and not Sitting(before, self.form, self.scene).entered
                )
                self._begin()
            case Stale():
                assert after == before
                self._stands(outcome.now)
            case Filed():
                assert (after.at, after.stand) == (before.at, before.stand)
                self._stands(outcome.now)
                name = outcome.question.name
                before_, now = _list(before, name), _list(after, name)
                assert now[: len(before_)] == before_
                assert len(now) == len(before_) + outcome.added
                if outcome.added:
                    assert after.answers[name] == now
                    before = replace(before, answers={**before.answers, name: now})
                self._lost_nothing(before, outcome.now, gathered, several=False)
            case _:
                self._stands(outcome)
                if isinstance(said, Pressed) and said.what == "anew":
                    answers = {name: value for name, value in before.answers.items() if name != before.at}
                    before = replace(before, answers=answers)
                self._lost_nothing(
                    before, outcome, gathered, several=_names_lines(said) or said == HEARD_RIGHT
                )

    def _stands(self, outcome: Outcome) -> None:
        """The filling and the outcome speak of the same one thing."""
        assert self.filling.stand is STANDS[type(outcome)]
        if isinstance(outcome, Asked | Doubted | ReasonAsked):
            assert self.filling.at == outcome.question.name
            assert outcome.question.asked
        if isinstance(outcome, Asked):
            number, count = outcome.place
            assert 1 <= number <= count <= len(self.form.questions)
        if isinstance(outcome, Summarised):
            assert self.filling.at is None
            assert self.filling.draft is None

    def _gathered(self) -> dict[str, Value]:
        """The list that grows, by the name of its question: going elsewhere keeps it."""
        at, draft = self.filling.at, self.filling.draft
        grows = at is not None and self.filling.stand is Stand.QUESTION and self._kind in GROWING
        return {at: draft} if at is not None and grows and draft else {}

    def _lost_nothing(
        self, before: Filling, outcome: Outcome, gathered: dict[str, Value], *, several: bool
    ) -> None:
        """An answer changes or goes only when it is given anew or skipped, and then that is said back. What was heard
        of several answers is kept only once the person has seen it."""
        if before.heard is not None and self.filling.heard is None and before.answers != self.filling.answers:
            named = {*before.heard.answers, *before.heard.skipped, *before.heard.unread}
            named |= {one.name for one in self.form.questions if one.default}
            assert _differ(before.answers, self.filling.answers) <= named
            return
        if several:
            return
        echo = outcome.echo if isinstance(outcome, Asked | Summarised | UnusualAsked) else None
        untouched = dict(before.answers)
        now = dict(self.filling.answers)
        if echo is not None:
            assert echo.changed or echo.question.name == before.at
            assert now.get(echo.question.name) == echo.value
            assert (echo.value is None) == (echo.question.name in self.filling.skipped)
            untouched.pop(echo.question.name, None)
            now.pop(echo.question.name, None)
        by_default = {one.name for one in self.form.questions if one.default} - untouched.keys()
        now = {name: value for name, value in now.items() if name not in by_default}
        assert now in (untouched, untouched | gathered)

    def _is_complete(self, sent: Submitted) -> None:
        course = scenes.course(self.form, sent.answers, self.scene)
        for question in course.questions:
            assert question.name in sent.answers or not question.required
            if question.name in sent.answers:
                assert scenes.fits(question, sent.answers[question.name], course, self.scene)
                last, near = (self.scene.last or {}).get(question.name), self.scene.near.get(question.name)
                if strange(question, sent.answers[question.name], last=last, near=near):
                    assert question.name in sent.remarks
        calculated = {one.name for one in self.form.questions if one.type is Type.CALCULATE}
        assert sent.answers.keys() - {one.name for one in course.questions} <= calculated


HEARD_RIGHT = Pressed("heard", "yes")


def _names_lines(said: Said) -> bool:
    return isinstance(said, Typed) and read_changes(said.text) is not None


def _list(filling: Filling, name: str) -> list[Value]:
    """What was gathered for a question: its list as it grows, or the one it was answered with."""
    growing = filling.draft if filling.at == name else None
    gathered = growing or filling.answers.get(name) or []
    assert isinstance(gathered, list)
    return gathered


def _differ(before: Mapping[str, Value], after: Mapping[str, Value]) -> set[str]:
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


TestAnyConversation = Conversations.TestCase
TestAnyConversation.settings = settings(max_examples=100, stateful_step_count=40)


@given(filling=st.sampled_from(FILLINGS), text=ANY_TEXT, times=st.sampled_from([1, 1000]))
@example(filling=FILLINGS[0], text="9", times=5000)
@example(filling=FILLINGS[6], text="9", times=5000)
def test_any_text_is_heard_at_any_stand(filling: Filling, text: str, times: int) -> None:
    after, outcome = advance(filling, Typed(text * times), Form("F", {}, SURVEY), SCENE)

    assert not isinstance(outcome, Cancelled | Submitted | Stale)
    assert read_back(after) == after
    assert after.answers.items() >= filling.answers.items()


@given(
    form=forms(kinds=(*CERTAIN, Type.NOTE)),
    data=st.data(),
)
def test_count_of_questions_grows_by_days_expected_only_while_they_are_answered(
    form: Form, data: st.DataObject
) -> None:
    filling, outcome = begin(form, SCENE)
    count = len(form.questions)
    number = 0

    while isinstance(outcome, Asked):
        assert outcome.place[0] > number
        assert outcome.place[1] <= count + (outcome.question.follows != "")
        number, count = outcome.place
        texts = ("hôm nay", "chưa biết") if outcome.question.follows else CERTAIN[outcome.question.type]
        answers: list[Said] = [Typed(text) for text in texts]
        if not outcome.question.required:
            answers.append(Word.SKIP)
        filling, outcome = advance(filling, data.draw(st.sampled_from(answers)), form, SCENE)

    assert isinstance(outcome, Summarised)
    assert len(outcome.lines) <= count
