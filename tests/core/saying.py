"""Whatever people may say to a form, and whatever forms there may be: strategies for property tests."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from bot.core.forms.filling import Filling, Heard, Stand
from bot.core.forms.model import Form, Question, Type, Value
from bot.core.forms.plausible import Near
from bot.core.forms.said import Edit, Pressed, Said, Typed, Unreadable, Word
from tests.answers.reading import phrases
from tests.core.talking import HALL, MINUTES, MOVIE, ONLINE, PHOTO, ZALO, question, sent

CERTAIN: dict[Type, tuple[str, ...]] = {
    Type.YES_NO: ("có", "chưa", "không"),
    Type.INTEGER: ("0", "5", "12"),
    Type.DECIMAL: ("1,5",),
    Type.MONEY_MILLION: ("15,5",),
    Type.RATIO: ("43/45", "0/45"),
    Type.DATE: ("20/11/2026", "hôm qua"),
    Type.DOCUMENT: ("15-KH/ĐU",),
    Type.SELECT_ONE: ("1", "zalo"),
    Type.SELECT_MULTIPLE: ("1,3", "2"),
    Type.TEXT: ("Rất tốt", "Cảm ơn {tên} <b>"),
}
"""Answers that are taken without a question back."""

UNCERTAIN: dict[Type, tuple[str, ...]] = {
    Type.YES_NO: ("k", "không áp dụng", "có chưa"),
    Type.INTEGER: ("2k", "không", "khoảng 300", "-3", "51"),
    Type.DECIMAL: ("1,234.5", "abc"),
    Type.MONEY_MILLION: ("15.000.000", "5000"),
    Type.RATIO: ("40/40", "50/45", "đủ", "80%", "không áp dụng"),
    Type.DATE: ("20112026", "31/6", "30/11/2026", "hôm kia"),
    Type.DOCUMENT: ("15-KH/ĐU ngày 20/11/2026", "15"),
    Type.SELECT_ONE: ("zal", "9"),
    Type.SELECT_MULTIPLE: ("tất cả", "không có", "zalo, hội", "9"),
    Type.TEXT: ("văn bản MẬT", "gọi 0912345678"),
    Type.EVIDENCE: ("xong rồi",),
}

BUTTONS = phrases("yes|no|not_yet|na|all|today|yesterday|skip|done|keep|send|edit|cancel")
"""Whatever a button may stand for, beside the number of an option."""

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)
CONFIRMING = st.sampled_from(["đúng", "không", "ok", "sai", "nhập lại", "2", "3."]).map(Typed)
WORDS = st.sampled_from(list(Word)) | st.builds(Edit, st.none() | st.integers(-1, 9))
PRESSES = st.builds(
    Pressed,
    place=st.sampled_from(
        [*map(str, range(9)), "summary", "cancel", "confirm", "which", "question", "heard", "unusual", "-1"]
    ),
    what=st.sampled_from([*map(str, range(4)), *BUTTONS]),
)
FILES = st.sampled_from([PHOTO, MINUTES, MOVIE]).map(sent)
SAID: st.SearchStrategy[Said] = st.one_of(
    CONFIRMING, WORDS, PRESSES, FILES, st.just(Unreadable()), ANY_TEXT.map(Typed)
)

COIN = st.sampled_from([True, False])

_ALL_ANSWERED = {
    "held": "yes",
    "held_on": "2026-11-20",
    "attended": [43, 45],
    "ways": ["hall"],
    "remark": "Tốt",
}

FILLINGS = (
    Filling(at="held"),
    Filling({"held": "yes"}, at="held_on"),
    Filling({"held": "yes"}, at="ways", draft=["zalo"]),
    Filling({"held": "not_yet"}, at="proof", draft=[PHOTO.to_json()]),
    Filling({"held": "not_yet"}, at="remark"),
    Filling({"held": "yes"}, at="attended", stand=Stand.CONFIRM, draft=[40, 40]),
    Filling(_ALL_ANSWERED, frozenset({"proof"}), stand=Stand.SUMMARY),
    Filling(_ALL_ANSWERED, frozenset({"proof"}), stand=Stand.WHICH),
    Filling({"held": "yes"}, at="held_on", stand=Stand.CANCEL),
    Filling({"held": "yes"}, at="held_on", stand=Stand.HEARD, heard=Heard({"held_on": "2026-11-20"})),
)
"""The survey at each of its stands."""

_CONDITIONS: dict[Type, str] = {
    Type.YES_NO: "${%s} = 'yes'",
    Type.INTEGER: "${%s} > 5",
    Type.RATIO: "done(${%s}) < total(${%s})",
    Type.SELECT_ONE: "${%s} = 'hall'",
    Type.SELECT_MULTIPLE: "selected(${%s}, 'zalo')",
    Type.CALCULATE: "${%s} > 10",
}


@st.composite
def forms(draw: st.DrawFn, *, kinds: tuple[Type, ...] = tuple(Type)) -> Form:
    """A form of up to seven questions of which the later ones may depend on earlier ones."""
    questions: list[Question] = []
    for number in range(draw(st.integers(1, 7))):
        kind = draw(st.sampled_from(kinds))
        more: dict[str, Any] = {"required": draw(COIN)}
        if kind is Type.YES_NO and draw(COIN):
            more["task"] = "P-1"
        if kind is Type.INTEGER and draw(st.integers(0, 3)) == 0:
            more["default"] = "${unit_teachers}"
        leads = [one for one in questions if one.type in _CONDITIONS]
        if draw(COIN) and leads:
            lead = draw(st.sampled_from(leads))
            more["relevant"] = _CONDITIONS[lead.type].replace("%s", lead.name)
        if draw(COIN) and kind is Type.INTEGER:
            more["constraint"] = ". <= 50"
        if kind is Type.RATIO:
            more["total"] = draw(st.sampled_from(["", "${unit_teachers}"]))
        if kind in (Type.SELECT_ONE, Type.SELECT_MULTIPLE):
            more["options"] = (HALL, ONLINE, ZALO)
        if kind is Type.CALCULATE:
            integers = [one.name for one in questions if one.type is Type.INTEGER]
            more["calculation"] = f"${{{draw(st.sampled_from(integers))}}} * 2" if integers else "1 + 1"
        questions.append(question(f"q{number}", kind, **more))
    return Form("F", {"vi": "Báo cáo", "en": "Report"}, tuple(questions))


LAST_ANSWERS: dict[Type, tuple[Value, ...]] = {
    Type.YES_NO: ("yes", "not_yet", "no"),
    Type.INTEGER: (0, 5, 400),
    Type.DECIMAL: ("1.5", "900"),
    Type.MONEY_MILLION: ("15.5",),
    Type.RATIO: ([43, 45], [40, 40], [1, 45], "na"),
    Type.DATE: ("2026-10-20", "2026-11-20", "2027-01-31"),
    Type.DOCUMENT: ({"number": "15-KH/ĐU", "date": None},),
    Type.SELECT_ONE: ("hall", "gone"),
    Type.SELECT_MULTIPLE: (["hall", "zalo"], ["gone"]),
    Type.TEXT: ("Như mọi khi",),
    Type.EVIDENCE: ([PHOTO.to_json()],),
}
"""What a unit may have said in its last report."""


@st.composite
def pasts(draw: st.DrawFn, form: Form) -> dict[str, Any]:
    """What a scene tells of reports sent before: of the unit itself, of others."""
    past: dict[str, Any] = {"practised": draw(COIN)}
    if draw(COIN):
        past |= {"starts_on": date(2026, 11, 1), "ends_on": date(2026, 11, 30)}
        past["last"] = {
            one.name: draw(st.sampled_from(LAST_ANSWERS[one.type]))
            for one in form.questions
            if one.type in LAST_ANSWERS and draw(st.integers(0, 4))
        }
    if draw(COIN):
        past["near"] = {
            one.name: Near(6, draw(st.sampled_from(["1", "50", "1000"]))) for one in form.questions
        }
    return past
