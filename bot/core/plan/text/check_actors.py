"""Who acts: named and then forgotten, or told to do one thing twice."""

from bot.core.plan.desk import Desk, where
from bot.core.plan.finding_codes import Code
from bot.core.plan.text.matching import mentions
from bot.core.plan.text.source_text import Paragraph, SourceText

_CARRYING_OUT = "tổ chức thực hiện"
_PURPOSE = "mục đích"


def check_actors(desk: Desk, text: SourceText) -> None:
    carrying_out = [
        paragraph
        for root, title in text.titles.items()
        if title.lower().startswith(_CARRYING_OUT)
        for paragraph in text.section(root)
    ]
    if carrying_out:
        for actor in desk.reference.actors:
            _check_actor(desk, text, actor, carrying_out)
    for duty in desk.reference.duties:
        _check_duty(desk, text, duty)


def _check_actor(desk: Desk, text: SourceText, actor: tuple[str, ...], last: list[Paragraph]) -> None:
    """An actor that the purposes or duties name, and that the section on carrying out gives nothing to do."""
    before = next(mentions([one for one in text.body if one.section and one not in last], actor), None)
    if before is not None and next(mentions(last, actor), None) is None:
        desk.note_at(Code.ACTOR_WITHOUT_TASK, text.place(before[1]), actor=before[2])


def _check_duty(desk: Desk, text: SourceText, duty: tuple[str, ...]) -> None:
    """One duty in several sections. The paragraph on purposes gives none."""
    purposes = {one.section for one in text.body if _PURPOSE in one.lines[0].text.lower()[:20]}
    found = [
        (paragraph.section, line)
        for paragraph, line, _ in mentions(text.body, duty)
        if paragraph.section and paragraph.section not in purposes
    ]
    sections = list(dict.fromkeys(section for section, _ in found))
    if len(sections) > 1:
        desk.note_at(
            Code.DUTY_TWICE,
            text.place(found[0][1]),
            duty=duty[0],
            sections=", ".join(sections),
            places=where(text.file, [line for _, line in found]),
        )
