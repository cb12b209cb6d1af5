"""Bodies that are gone by the time the plan runs: each with what took its place."""

import re
from collections.abc import Iterator
from itertools import chain

from bot.core.plan.desk import Desk, where
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Place
from bot.core.plan.reference import Abolished
from bot.core.plan.text.matching import in_one_spelling, pattern_of


def check_bodies(desk: Desk) -> None:
    """One finding for each body. A longer name is taken before a shorter one in it: "Ban Tuyên giáo Huyện ủy" is no
    "Huyện ủy"."""
    gone = [body for body in desk.reference.abolished if body.since <= desk.plan.ends_on]
    if not gone:
        return
    by_word = {in_one_spelling(word): body for body in gone for word in body.words}
    pattern = pattern_of(tuple(by_word))
    met: dict[str, tuple[Abolished, list[Place]]] = {}
    for place, words in _written(desk):
        for found in pattern.finditer(in_one_spelling(words)):
            body = by_word[re.sub(r"\s+", " ", found[0])]
            met.setdefault(body.words[0], (body, []))[1].append(place)
    for name, (body, places) in met.items():
        files = {place.file: [one.line or 0 for one in places if one.file == place.file] for place in places}
        desk.note_at(
            Code.BODY_ABOLISHED,
            places[0],
            body=name,
            since=f"{body.since:%d/%m/%Y}",
            proposal=body.successor.get("vi", ""),
            proposal_en=body.successor.get("en", ""),
            basis=body.basis,
            count=str(len(places)),
            places="; ".join(where(file, lines) for file, lines in files.items()),
        )


def _written(desk: Desk) -> Iterator[tuple[Place, str]]:
    """Who issues the plan and what its duties are, in the file; and every line of the document."""
    plan = desk.plan
    yield desk.places.at("plan", "issuer"), plan.issuer.get("vi", "")
    for index, task in enumerate(plan.tasks):
        yield desk.places.at("task", index, "title"), task.title.get("vi", "")
    if desk.text is not None:
        for line in chain.from_iterable(paragraph.lines for paragraph in desk.text.body):
            yield desk.text.place(line.number), line.text
