"""What a checker works on: a plan, where its things stand, and the findings so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from bot.core.forms.model import Question
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Audience, Finding, Place, Plan
from bot.core.plan.placed import Places
from bot.core.plan.reference import NOTHING_KNOWN, Reference
from bot.core.plan.text.source_text import SourceText
from bot.core.units import UnitKind


@dataclass(frozen=True, slots=True)
class Desk:
    """A plan under examination. Paths are those of bot.core.plan.placed."""

    plan: Plan
    places: Places
    kinds: Mapping[str, UnitKind]
    reference: Reference = NOTHING_KNOWN
    text: SourceText | None = None
    findings: list[Finding] = field(default_factory=list)

    def note(self, code: Code, /, *path: str | int, **values: str) -> None:
        """A finding at a path."""
        self.findings.append(finding(code, self.places.at(*path), **values))

    def note_at(self, code: Code, place: Place, /, **values: str) -> None:
        """A finding at a place, mostly of the document's text."""
        self.findings.append(finding(code, place, **values))

    def place(self, *path: str | int) -> str:
        """A place as text, for a finding that points to another."""
        return str(self.places.at(*path))

    def questions(self) -> Iterator[tuple[int, int, Question]]:
        """Every question that was written, with the numbers of its form and its own. Of a repeat its first round."""
        for form_index, planned in enumerate(self.plan.forms):
            for index, question in enumerate(planned.form.questions):
                if question.round < 2:
                    yield form_index, index, question

    def may_meet(self, one: Audience, other: Audience) -> bool:
        """Whether some unit can belong to both audiences, as far as kinds, levels and ownership tell."""
        return (
            self._kinds_meet(one.kinds, other.kinds)
            and _meet(one.levels, other.levels)
            and _meet(one.ownership, other.ownership)
        )

    def _kinds_meet(self, one: Sequence[str], other: Sequence[str]) -> bool:
        return _meet([self._players(kind) for kind in one], [self._players(kind) for kind in other])

    def _players(self, code: str) -> str:
        """The kind of the units that are of a kind or play it."""
        kind = self.kinds.get(code)
        return code if kind is None else kind.played_by or code


MOST_PLACES = 6
"""Places that one finding names; the rest are counted."""


def where(file: str, lines: Sequence[int]) -> str:
    """Lines of a file for a finding that stands for many: "source.txt:12, 34, 56 …"."""
    known = list(dict.fromkeys(lines))
    more = " …" if len(known) > MOST_PLACES else ""
    return f"{PurePath(file).name}:{', '.join(map(str, known[:MOST_PLACES]))}{more}"


def _meet(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two conditions can both hold; an empty one always does."""
    return not one or not other or not set(one).isdisjoint(other)
