"""Expressions that need a definition or a list, and one thing that is called by two names."""

import re

from bot.core.plan.desk import Desk, where
from bot.core.plan.finding_codes import Code
from bot.core.plan.reference import Term
from bot.core.plan.text.matching import in_one_spelling, mentions
from bot.core.plan.text.source_text import SourceText

_DEFINED = re.compile(r"^[^.;]{0,60}?(?:tuổi|được hiểu là|sau đây gọi|\(gồm)")


def check_terms(desk: Desk, text: SourceText) -> None:
    for term in desk.reference.terms:
        if term.attribute:
            _check_attribute(desk, text, term)
        else:
            _check_defined(desk, text, term)
    for variants in desk.reference.variants:
        _check_drift(desk, text, variants)


def _check_attribute(desk: Desk, text: SourceText, term: Term) -> None:
    """Units that an attribute of the roster singles out: some task or form has to be bound to it."""
    audiences = [task.audience for task in desk.plan.tasks] + [form.audience for form in desk.plan.forms]
    if any(getattr(audience, term.attribute, ()) for audience in audiences):
        return
    found = [(line, written) for _, line, written in mentions(text.body, term.words)]
    if found:
        desk.note_at(
            Code.ATTRIBUTE_NEEDED,
            text.place(found[0][0]),
            term=found[0][1],
            attribute=term.attribute,
            places=where(text.file, [line for line, _ in found]),
        )


def _check_defined(desk: Desk, text: SourceText, term: Term) -> None:
    for word in term.words:
        found = []
        defined = False
        for paragraph, line, written in mentions(text.body, (word,)):
            after = in_one_spelling(paragraph.text).partition(written)[2]
            defined = defined or _DEFINED.match(after) is not None
            found.append(line)
        if found and not defined:
            desk.note_at(
                Code.TERM_UNDEFINED,
                text.place(found[0]),
                term=word,
                needs=term.needs.get("vi", ""),
                needs_en=term.needs.get("en", ""),
                places=where(text.file, found),
            )


def _check_drift(desk: Desk, text: SourceText, variants: tuple[str, ...]) -> None:
    body = [one for one in text.body if one.section]
    lines = {word: line for word in variants for _, line, _ in mentions(body, (word,))}
    if len(lines) > 1:
        desk.note_at(
            Code.TERM_DRIFT,
            text.place(min(lines.values())),
            terms=" / ".join(f"“{word}”" for word in lines),
            places=where(text.file, sorted(lines.values())),
        )
