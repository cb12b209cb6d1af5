"""Whatever is said to whatever form, in whatever order: nothing raises, nothing is lost, nothing is sent too early."""

import json
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from bot.core.attachments import Attachment
from bot.core.forms import scene as scenes
from bot.core.forms.engine import advance, begin, standing
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Form, Type, Value
from bot.core.forms.outcomes import (
    Asked,
    CancelAsked,
    Cancelled,
    Doubted,
    Outcome,
    ReasonAsked,
    Stale,
    Submitted,
    Summarised,
    WhichAsked,
)
from bot.core.forms.pressing import buttons
from bot.core.forms.said import Pressed, Said, Typed, Word
from bot.core.forms.sitting import GROWING
from tests.core.saying import ANY_TEXT, CERTAIN, FILLINGS, PRESSES, SAID, UNCERTAIN, forms
from tests.core.talking import CORRECT, GO_ON, LEAVE, MINUTES, PHOTO, SCENE, SEND, SURVEY, THROW_AWAY, sent

STANDS: dict[type[Outcome], Stand] = {
    Asked: Stand.QUESTION,
    Doubted: Stand.CONFIRM,
    ReasonAsked: Stand.REASON,
    Summarised: Stand.SUMMARY,
    WhichAsked: Stand.WHICH,
    CancelAsked: Stand.CANCEL,
}


def read_back(filling: Filling) -> Filling:
    """The filling after it was stored as JSON."""
    return Filling.from_json(json.loads(json.dumps(filling.to_json())))


class Conversations(RuleBasedStateMachine):
    """Somebody fills in a form, says anything at any time, and begins anew when it is sent or thrown away."""

    @initialize(form=forms())
    def open(self, form: Form) -> None:
        self.form = form
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
            place = str(self.form.questions.index(question))
            self._hear(Pressed(place, data.draw(st.sampled_from(offered))))

    @rule(attachment=st.sampled_from([PHOTO, MINUTES]))
    def send_file(self, attachment: Attachment) -> None:
        self._hear(sent(attachment))

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
        filling, outcome = standing(self.filling, self.form, SCENE)
        assert filling == self.filling
        self._stands(outcome)

    @property
    def _kind(self) -> Type:
        """What is asked for; a text where nothing is."""
        return self.form.question(self.filling.at).type if self.filling.at is not None else Type.TEXT

    def _begin(self) -> None:
        self.filling, outcome = begin(self.form, SCENE)
        self._stands(outcome)

    def _hear(self, said: Said) -> None:
        before = self.filling
        gathered = self._gathered()
        after, outcome = advance(before, said, self.form, SCENE)
        assert advance(read_back(before), said, self.form, SCENE) == (after, outcome)
        self.filling = after
        match outcome:
            case Submitted():
                assert said == SEND
                assert before.stand is Stand.SUMMARY
                self._is_complete(outcome)
                self._begin()
            case Cancelled():
                assert said == THROW_AWAY or (
                    said in (Word.CANCEL, LEAVE) and not {**before.answers, **gathered}
                )
                self._begin()
            case Stale():
                assert after == before
                self._stands(outcome.now)
            case _:
                self._stands(outcome)
                if isinstance(said, Pressed) and said.what == "anew":
                    answers = {name: value for name, value in before.answers.items() if name != before.at}
                    before = replace(before, answers=answers)
                self._lost_nothing(before, outcome, gathered)

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

    def _lost_nothing(self, before: Filling, outcome: Outcome, gathered: dict[str, Value]) -> None:
        """An answer changes or goes only when it is given anew or skipped, and then that is said back."""
        echo = outcome.echo if isinstance(outcome, Asked | Summarised) else None
        untouched = dict(before.answers)
        now = dict(self.filling.answers)
        if echo is not None:
            assert echo.question.name == before.at
            assert now.get(echo.question.name) == echo.value
            assert (echo.value is None) == (echo.question.name in self.filling.skipped)
            untouched.pop(echo.question.name, None)
            now.pop(echo.question.name, None)
        assert now in (untouched, untouched | gathered)

    def _is_complete(self, sent: Submitted) -> None:
        course = scenes.course(self.form, sent.answers, SCENE)
        for question in course.questions:
            assert question.name in sent.answers or not question.required
            if question.name in sent.answers:
                assert scenes.fits(question, sent.answers[question.name], course, SCENE)
        calculated = {one.name for one in self.form.questions if one.type is Type.CALCULATE}
        assert sent.answers.keys() - {one.name for one in course.questions} <= calculated


TestAnyConversation = Conversations.TestCase
TestAnyConversation.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)


@given(filling=st.sampled_from(FILLINGS), text=ANY_TEXT, times=st.sampled_from([1, 1000]))
@example(filling=FILLINGS[0], text="9", times=5000)
@example(filling=FILLINGS[6], text="9", times=5000)
@settings(deadline=None)
def test_any_text_is_heard_at_any_stand(filling: Filling, text: str, times: int) -> None:
    after, outcome = advance(filling, Typed(text * times), Form("F", {}, SURVEY), SCENE)

    assert not isinstance(outcome, Cancelled | Submitted | Stale)
    assert read_back(after) == after
    assert after.answers.items() >= filling.answers.items()


@given(
    form=forms(kinds=(*CERTAIN, Type.NOTE)),
    data=st.data(),
)
@settings(deadline=None)
def test_count_of_questions_never_grows_while_they_are_answered(form: Form, data: st.DataObject) -> None:
    filling, outcome = begin(form, SCENE)
    count = len(form.questions)
    number = 0

    while isinstance(outcome, Asked):
        assert outcome.place[0] > number
        assert outcome.place[1] <= count
        number, count = outcome.place
        answers: list[Said] = [Typed(text) for text in CERTAIN[outcome.question.type]]
        if not outcome.question.required:
            answers.append(Word.SKIP)
        filling, outcome = advance(filling, data.draw(st.sampled_from(answers)), form, SCENE)

    assert isinstance(outcome, Summarised)
    assert len(outcome.lines) <= count
