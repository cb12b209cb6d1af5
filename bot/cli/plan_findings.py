"""Showing what is wrong in a plan file: for people by gravity, or as JSON."""

import json
import shlex
from collections.abc import Iterable
from pathlib import Path

from bot.cli.context import say
from bot.core.plan.deciding import may_be_decided, thing_of
from bot.core.plan.desk import MOST_PLACES
from bot.core.plan.grouping import Group, grouped
from bot.core.plan.model import Finding, Place
from locales.phrases import document_findings
from locales.phrases import findings as phrases
from locales.words import Words


def show(findings: Iterable[Finding], *, file: Path, words: Words, errors_only: bool = False) -> None:
    """Print findings with their places, the gravest first; below an open error that may be decided, how."""
    for group in grouped(findings):
        if errors_only and not group.first.stops:
            continue
        say(phrases.explain(group.first, words=words))
        if group.others:
            say(phrases.and_more(len(group.others), _places(group), words=words))
        if group.first.stops and may_be_decided(group.first):
            say(phrases.how_to_decide(_command(group.first, file, words), words=words))


def show_json(findings: Iterable[Finding], *, words: Words) -> None:
    """One list of objects: severity, code, place, message, proposal, thing, decision."""
    say(json.dumps([_plain(one, words) for one in findings], ensure_ascii=False, indent=1))


def _plain(one: Finding, words: Words) -> dict[str, object]:
    decision = one.decision
    return {
        "severity": str(one.severity),
        "code": one.code,
        "place": {
            "file": one.place.file,
            "line": one.place.line,
            "sheet": one.place.sheet,
            "cell": one.place.cell,
        },
        "message": phrases.sentence(one, words=words),
        "proposal": document_findings.proposal(one.values, words=words) or None,
        "thing": thing_of(one) or None,
        "decision": None
        if decision is None
        else {
            "value": decision.value or None,
            "why": decision.why,
            "by": decision.by,
            "decided_on": decision.decided_on.isoformat(),
        },
    }


def _places(group: Group) -> str:
    """Where the others stand, in short: "75, 98, 120 …"."""
    first = group.first.place
    shown = [_short(one.place, first) for one in group.others[:MOST_PLACES]]
    return ", ".join(shown) + (" …" if len(group.others) > MOST_PLACES else "")


def _short(place: Place, first: Place) -> str:
    if place.file == first.file and place.sheet == first.sheet:
        return place.cell or str(place.line)
    return str(place)


def _command(one: Finding, file: Path, words: Words) -> str:
    """What a person types to decide it."""
    parts = ["nhacviec plan decide", shlex.quote(str(file)), one.code]
    thing, proposal = thing_of(one), document_findings.proposal(one.values, words=words)
    if thing:
        parts.append(shlex.quote(thing))
    if proposal:
        parts.append(f"--value {shlex.quote(proposal)}")
    return " ".join((*parts, f'--why "{phrases.reason_placeholder(words=words)}"'))
