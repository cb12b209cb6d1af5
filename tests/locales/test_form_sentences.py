"""Whatever a form comes to, it can be said in both languages, and every button that is offered works."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.engine import advance, begin
from bot.core.forms.model import Form, Option, Question, Type
from bot.core.forms.outcomes import Cancelled, Filed, Outcome, Stale, Submitted, Summarised
from bot.core.forms.said import Pressed, Said, Typed, Word
from bot.core.messages import Choice
from locales.phrases import form as phrases
from locales.phrases.form_echoes import LONGEST_LINE
from locales.words import Words
from tests.core.saying import CERTAIN, FILES, SAID, UNCERTAIN, forms
from tests.core.talking import PHOTO, SCENE, Talk, question, sent
from tests.locales.saying import BOTH, ENGLISH, VIETNAMESE, is_english

PREFIX = "f:17"
NASTY = "{tên} {0} {} %s <b>&amp;</b> *_` \\ “”"
"""What a template, HTML or Markdown would stumble over."""

_ANSWERS = st.sampled_from(
    [text for texts in (*CERTAIN.values(), *UNCERTAIN.values()) for text in texts]
).map(Typed)


def said_of(outcome: Outcome, form: Form, words: Words) -> str:
    return phrases.say(outcome, form, prefix=PREFIX, words=words).text


def pressed(choice: Choice) -> Pressed:
    """The press that a button brings back."""
    _, place, what = choice.data.rsplit(".", 2)
    return Pressed(place, what)


@given(form=forms(), said=st.lists(_ANSWERS | SAID | FILES, max_size=12))
def test_every_outcome_can_be_said_and_every_button_that_is_offered_works(
    form: Form, said: list[Said]
) -> None:
    filling, outcome = begin(form, SCENE)
    for one in [*said, Word.RESUME]:
        filling, outcome = advance(filling, one, form, SCENE)
        if isinstance(outcome, Submitted | Cancelled):
            return
        for words in BOTH:
            reply = phrases.say(outcome, form, prefix=PREFIX, words=words)
            assert reply.text.strip()
        for choice in reply.choices:
            assert choice.label
            assert choice.data.startswith(f"{PREFIX}.")
            assert len(choice.data.encode()) <= 64
            assert not isinstance(advance(filling, pressed(choice), form, SCENE)[1], Stale)


@given(form=forms(), said=st.lists(_ANSWERS | SAID | FILES, max_size=8))
def test_choices_that_may_be_typed_are_those_that_are_shown(form: Form, said: list[Said]) -> None:
    filling, outcome = begin(form, SCENE)
    for one in said:
        filling, outcome = advance(filling, one, form, SCENE)
        if isinstance(outcome, Submitted | Cancelled | Stale | Filed):
            return
        for words in BOTH:
            reply = phrases.say(outcome, form, prefix=PREFIX, words=words)
            offered, numbered = phrases.choices(outcome, form, prefix=PREFIX, words=words)
            assert [choice.data for choice in offered] == [choice.data for choice in reply.choices]
            if numbered:
                shown = reply.text.splitlines()[-len(offered) :] if offered else []
                assert shown == [
                    f"{number}. {choice.label}" for number, choice in enumerate(offered, start=1)
                ]


def test_question_is_shown_with_its_place_in_both_languages() -> None:
    talk = Talk(question("held", Type.YES_NO, required=True), question("remark", Type.TEXT))

    assert said_of(talk.outcome, talk.form, VIETNAMESE) == (
        "1/2. held?\n\n1. Có\n2. Chưa\n3. Không\n4. Không áp dụng"
    )
    assert said_of(talk.outcome, talk.form, ENGLISH) == (
        "1/2. held?\n\n1. Yes\n2. Not yet\n3. No\n4. Not applicable"
    )


def nasty_form() -> Form:
    options = (Option("a", {"vi": NASTY}), Option("b", {"vi": "B"}))
    return Form(
        "F",
        {"vi": NASTY},
        (
            Question("one", Type.SELECT_MULTIPLE, {"vi": NASTY}, hint={"vi": NASTY}, options=options),
            Question("text", Type.TEXT, {"vi": NASTY}),
        ),
    )


def test_what_people_wrote_is_shown_as_they_wrote_it_and_never_read_as_a_template() -> None:
    form = nasty_form()
    filling, outcome = begin(form, SCENE)
    times = []
    for one in (Pressed("0", "0"), Pressed("0", "done"), Typed(NASTY), Word.RESUME):
        filling, outcome = advance(filling, one, form, SCENE)
        times.append([said_of(outcome, form, words).count(NASTY) for words in BOTH])

    # label, hint, chosen, option in the menu; label and echo; title and two lines twice, with and without the echo
    assert times == [[4, 4], [2, 2], [6, 6], [5, 5]]


def test_long_answer_is_cut_in_the_summary_only() -> None:
    talk = Talk(question("remark", Type.TEXT))
    talk.say("x" * 1000)

    assert isinstance(talk.outcome, Summarised)
    assert talk.outcome.lines[0].value == "x" * 1000
    line = next(
        line for line in said_of(talk.outcome, talk.form, VIETNAMESE).splitlines() if line.startswith("1.")
    )
    assert line == "1. remark? " + "x" * (LONGEST_LINE - 1) + "…"


def test_english_is_said_in_english() -> None:
    plain = question("proof", Type.EVIDENCE)
    talk = Talk(plain, question("remark", Type.TEXT))
    said: list[Said] = [
        Word.HELP,
        sent(PHOTO),
        Word.RESUME,
        Pressed("0", "done"),
        Pressed("0", "skip"),
        Word.SKIP,
        Word.CANCEL,
    ]

    texts = [said_of(talk.say(one), talk.form, ENGLISH) for one in said]

    assert [text for text in texts if not is_english(text)] == []
