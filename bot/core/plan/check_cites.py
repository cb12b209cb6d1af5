"""Documents that the plan cites, in its data and in its text: dated before it, with one issuer, not asked for twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.folding import fold
from bot.core.plan.desk import Desk, where
from bot.core.plan.document import Cite
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Place
from bot.core.plan.reference import Congress
from bot.core.plan.text.citations import citations

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class _Mention:
    """One place where a document is cited. `section` is of the text, "" elsewhere and in its head."""

    number: str
    date: date | None
    issuer: str
    place: Place
    section: str = ""
    in_text: bool = False


def check_cites(desk: Desk) -> None:
    mentions: dict[str, list[_Mention]] = {}
    for one in (*_in_data(desk), *_in_text(desk)):
        mentions.setdefault(_key(one.number), []).append(one)
    for cited in mentions.values():
        _check_whole(desk, cited)
        _check_date(desk, cited)
        _check_issuers(desk, cited)
        _check_sections(desk, cited)
    for index, cite in enumerate(desk.plan.cites):
        if cite.congress_of or not cite.number:
            _check_congress(desk, index, cite)


def _in_data(desk: Desk) -> list[_Mention]:
    return [
        _Mention(cite.number, cite.date, cite.issuer.get("vi", ""), desk.places.at("cite", index))
        for index, cite in enumerate(desk.plan.cites)
        if cite.number
    ]


def _in_text(desk: Desk) -> list[_Mention]:
    if desk.text is None:
        return []
    return [
        _Mention(one.number, one.date, one.issuer, desk.text.place(one.line), one.section, in_text=True)
        for one in citations(desk.text.body)
    ]


def _key(number: str) -> str:
    return re.sub(r"\s+", "", number).upper()


def _check_whole(desk: Desk, cited: Sequence[_Mention]) -> None:
    """A document that was cited whole once may be cited by its number afterwards."""
    missing = [
        name
        for name, known in (
            ("date", any(one.date for one in cited)),
            ("issuer", any(one.issuer for one in cited)),
        )
        if not known
    ]
    if missing:
        desk.note_at(Code.CITE_INCOMPLETE, cited[0].place, cite=cited[0].number, missing=", ".join(missing))


def _check_date(desk: Desk, cited: Sequence[_Mention]) -> None:
    issued_on = desk.plan.issued_on
    late = [one for one in cited if one.date and issued_on and one.date > issued_on]
    if late and issued_on and late[0].date:
        desk.note_at(
            Code.CITE_AFTER_PLAN,
            late[0].place,
            cite=late[0].number,
            date=f"{late[0].date:%d/%m/%Y}",
            issued_on=f"{issued_on:%d/%m/%Y}",
        )


def _check_issuers(desk: Desk, cited: Sequence[_Mention]) -> None:
    """Two issuers, neither of which is the other's short name ("Ban Bí thư", "Ban Bí thư Trung ương Đảng")."""
    issuers: dict[str, _Mention] = {}
    for one in cited:
        if one.issuer and not any(_same_body(one.issuer, other) for other in issuers):
            issuers[one.issuer] = one
    if len(issuers) > 1:
        first = next(iter(issuers.values()))
        desk.note_at(
            Code.CITE_TWO_ISSUERS,
            first.place,
            cite=first.number,
            issuers=" / ".join(issuers),
            places="; ".join(where(one.place.file, [one.place.line or 0]) for one in issuers.values()),
        )


def _same_body(one: str, other: str) -> bool:
    shorter, longer = sorted((fold(one), fold(other)), key=len)
    return longer.startswith(shorter)


def _check_sections(desk: Desk, cited: Sequence[_Mention]) -> None:
    """Two sections that give the same document to be carried out. Of its legal basis every section may speak."""
    in_text = [one for one in cited if one.in_text]
    sections = list(dict.fromkeys(one.section for one in in_text))
    if "" in sections or len(sections) < 2:
        return
    desk.note_at(
        Code.CITE_IN_TWO_SECTIONS,
        in_text[0].place,
        cite=in_text[0].number,
        sections=", ".join(sections),
        places=where(in_text[0].place.file, [one.place.line or 0 for one in in_text]),
    )


def _check_congress(desk: Desk, index: int, cite: Cite) -> None:
    if not cite.congress_of:
        missing = ", ".join(
            name
            for name, known in (("number", False), ("date", cite.date), ("issuer", cite.issuer))
            if not known
        )
        desk.note(Code.CITE_INCOMPLETE, "cite", index, cite=cite.title.get("vi", ""), missing=missing)
        return
    held = [one for one in desk.reference.congresses if fold(one.organisation) == fold(cite.congress_of)]
    latest = max(
        (one for one in held if one.opened <= desk.plan.ends_on), key=lambda one: one.closed, default=None
    )
    if latest is None or ordinal(cite.ordinal) == ordinal(latest.ordinal):
        return
    if _was_meant(cite, latest, desk):
        desk.note(
            Code.ORDINAL_DOUBTFUL,
            "cite",
            index,
            "ordinal",
            congress=cite.congress_of,
            ordinal=cite.ordinal,
            proposal=latest.ordinal,
            held=f"{latest.opened:%d/%m/%Y} - {latest.closed:%d/%m/%Y}",
            basis=latest.basis,
        )


def _was_meant(cite: Cite, latest: Congress, desk: Desk) -> bool:
    """An older congress is a doubt only where a newer one falls into the plan's own time; a later one always is, for
    there was none yet."""
    return latest.opened >= desk.plan.starts_on or ordinal(cite.ordinal) > ordinal(latest.ordinal)


def ordinal(roman: str) -> int:
    """The number that a Roman one spells; 0 where it spells none."""
    values = [_ROMAN.get(letter, 0) for letter in roman.strip().upper()]
    if not values or 0 in values:
        return 0
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
