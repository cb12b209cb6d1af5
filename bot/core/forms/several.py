"""What is typed where a question, a summary or an echo stands: one answer, or several in one message."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.forms import known
from bot.core.forms import scene as scenes
from bot.core.forms.answers import understand
from bot.core.forms.answers.confirmation import confirmed
from bot.core.forms.answers.outcome import Refused, Unclear, Understood
from bot.core.forms.changing import Change, read_changes, read_lines
from bot.core.forms.expected import says_unknown
from bot.core.forms.filling import Filling, Heard, Stand
from bot.core.forms.model import Question, Type, Value
from bot.core.forms.one_line import passes_over, read_line, read_part, understand_part
from bot.core.forms.outcomes import Asked, Echo, Summarised, WhichAsked, Why
from bot.core.forms.sitting import Step
from bot.core.forms.weighing import Weighing


class Several(Weighing):
    """Words that are typed, to one question or to several."""

    def typed_at_question(self, text: str) -> Step:
        question = self.question
        assert question is not None
        match self.filling.stand:
            case Stand.REASON:
                return self.give_reason(question, text)
            case Stand.UNUSUAL:
                return self.explain(question, text)
            case Stand.CONFIRM:
                # "đúng rồi", "ok", "không": an answer to what was just asked back. Anything else is a new answer.
                meant = confirmed(text, today=self.scene.today, language=self.scene.language)
                if meant is not None:
                    return self.confirm(meant)
        changes = self.lines_meant(question, text)
        if changes and not self.names_its_option(question, changes):
            return self.change(changes)
        if question.follows and says_unknown(text):
            return self.pass_over(question)
        heard = read_line(text, question, self.filling, self.form, self.scene)
        if heard is not None:
            return self.hear_several(heard)
        reading = understand(text, question, context=scenes.context(question, self.course, self.scene))
        return self.weigh(question, reading)

    # --- lines of the summary that are changed in one message -------------------------------------------------

    def lines_meant(self, question: Question, text: str) -> Sequence[Change] | None:
        """The lines that are to be changed. Among words of one's own only "sửa 3: 45" says so: "3: ..." is a list."""
        count = len(self.course.questions)
        if question.type is not Type.TEXT:
            return read_lines(text, count=count)
        changes = read_changes(text, verb_needed=True)
        return changes if changes and all(1 <= number <= count for number, _ in changes) else None

    def change(self, changes: Sequence[Change]) -> Step:
        """ "sửa 3: 45/45; 5: 20/11". One change is as if the line were asked for and then answered."""
        left = self.leave()
        questions = left.course.questions
        if any(not 1 <= number <= len(questions) for number, _ in changes):
            filling = replace(left.filling, stand=Stand.WHICH, draft=None, heard=None)
            return filling, WhichAsked(left.lines(), no_such=True)
        wanted = {questions[number - 1].name: text for number, text in changes}
        if len(wanted) == 1:
            (name, text), *_ = wanted.items()
            question = next(one for one in questions if one.name == name)
            filling, _ = left.to(question, Why.EDIT)
            filling, outcome = self.after(filling).answer(question, text)
            if not isinstance(outcome, Asked) or outcome.why is not Why.NEXT or outcome.echo is None:
                return filling, outcome
            # A later line may have been named: what was asked is open still, and it is said which line was changed.
            echo = outcome.echo
            if left.question is not None and left.question.name != name:
                echo = Echo(question, echo.value, before=left.filling.answers.get(name), changed=True)
            return self.after(filling).onward(echo)
        heard, certain = left.hear_changes(wanted)
        taken = left.take(heard)
        if certain and (left.question is None or isinstance(taken[1], Summarised)):
            return taken  # the summary shows what became of them
        return left.hear_several(heard)

    def names_its_option(self, question: Question, changes: Sequence[Change]) -> bool:
        """ "2: Zalo" where Zalo is the second option of what is asked."""
        if question.type not in (Type.SELECT_ONE, Type.SELECT_MULTIPLE):
            return False
        context = scenes.context(question, self.course, self.scene)
        readings = [
            (understand(str(n), question, context=context), understand(x, question, context=context))
            for n, x in changes
        ]
        return all(
            not isinstance(one, Unclear | Refused)
            and not isinstance(other, Unclear | Refused)
            and one.value == other.value
            for one, other in readings
        )

    def answer(self, question: Question, text: str) -> Step:
        """One answer to the question that is asked, whatever it looks like."""
        if passes_over(text, question):
            return self.pass_over(question)
        return self.weigh(question, understand_part(text, question, self.course, self.scene))

    def pass_over(self, question: Question) -> Step:
        """The question need not be answered, and is not."""
        skipped = self.filling.without_answer(question.name)
        return self.after(skipped).onward(Echo(question, None), behind=question)

    def hear_changes(self, wanted: Mapping[str, str]) -> tuple[Heard, bool]:
        """What these lines are changed to, by question, and whether all of it is certain."""
        answers: dict[str, Value] = {}
        skipped: list[str] = []
        unread: dict[str, str] = {}
        certain = True
        for name, text in wanted.items():
            filling = replace(self.filling, answers={**self.filling.answers, **answers})
            course = scenes.course(self.form, filling.answers, self.scene, skipped=filling.skipped)
            question = next((one for one in course.questions if one.name == name), None)
            if question is None:
                unread[name] = text
            elif passes_over(text, question):
                skipped.append(name)
            elif (value := read_part(text, question, course, self.scene)) is not None:
                answers[name] = value
                certain &= isinstance(understand_part(text, question, course, self.scene), Understood)
            else:
                unread[name] = text
        return Heard(answers, tuple(skipped), unread, within=True), certain and not unread

    # --- several answers at once ------------------------------------------------------------------------------

    def hear_several(self, heard: Heard) -> Step:
        """Nothing is kept before the person has seen it."""
        filling = replace(self.filling, stand=Stand.HEARD, draft=None, heard=heard)
        return filling, self.after(filling).heard_asked()

    def typed_to_heard(self, text: str) -> Step:
        """ "Đúng", "nhập lại"; anything else is said anew, where the question that is asked is among what was heard.
        What was heard of other lines is asked once more: those words are not lost to an answer that means them."""
        meant = confirmed(text, today=self.scene.today, language=self.scene.language)
        if meant is not None:
            return self.confirm_heard(meant)
        if self.question is not None and self.hears(self.question):
            return self.unheard().typed_at_question(text)
        changes = read_changes(text)
        if changes:
            return self.unheard().change(changes)
        return self.filling, self.heard_asked()

    def hears(self, question: Question) -> bool:
        """Whether the question is among those of which something was heard."""
        heard = self.filling.heard
        return heard is not None and question.name in {*heard.answers, *heard.skipped, *heard.unread}

    def confirm_heard(self, meant: bool) -> Step:
        heard = self.filling.heard
        if meant and heard is not None:
            return self.unheard().take(heard)
        return self.unheard().standing(Why.BACK)

    def unheard(self) -> "Several":
        """As it was before several answers were heard."""
        stand = Stand.QUESTION if self.question is not None else Stand.SUMMARY
        return self.after(replace(self.filling, stand=stand, draft=None, heard=None))

    def take(self, heard: Heard) -> Step:
        """Keep the answers that still fit, in their order, and ask for what is open."""
        filling: Filling = replace(self.filling, draft=None, heard=None)
        for name, value in heard.answers.items():
            course = scenes.course(self.form, filling.answers, self.scene, skipped=filling.skipped)
            filled = known.with_defaults(filling, self.form, self.scene, course)
            if filled is not filling:  # what the roster answers decides what comes after it
                filling = filled
                course = scenes.course(self.form, filling.answers, self.scene, skipped=filling.skipped)
            question = next((one for one in course.questions if one.name == name), None)
            if question is not None and scenes.fits(question, value, course, self.scene):
                filling = filling.with_answer(name, value)
        for name in heard.skipped:
            filling = filling.without_answer(name)
        if heard.within:  # what was there is not what the person means any more: it is asked for
            for name in heard.unread:
                skipped = filling.without_answer(name)
                filling = replace(skipped, skipped=skipped.skipped - {name})
        return self.after(filling).onward(None)
