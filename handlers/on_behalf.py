"""`báo cáo thay T05`: an officer of the unit above, or staff who were told by telephone, report for a unit."""

from collections.abc import Sequence

from bot.core.behalf import units_above
from bot.core.buttons import Verb, button, read_button, read_key
from bot.core.folding import clean, fold, natural
from bot.core.forms.answers.outcome import Doubtful, Understood
from bot.core.guards import personal_data, secrecy_marking
from bot.core.messages import Choice, Reply
from bot.core.people import REPORTERS, Act
from bot.core.units_by_name import find
from bot.db import assignments
from bot.db.people import posts_of_units
from bot.db.unit_lines import lines_above
from bot.db.units import load_unit, load_units
from handlers import behalf, form, mending, tasks
from handlers.choices import find_choice
from handlers.turn import Turn
from locales.chat_words import Command, read_command
from locales.phrases import behalf as phrases
from locales.phrases import committee, general
from locales.phrases import tasks as task_phrases
from locales.phrases.menus import told_apart

SAID = ("thay cho", "thay don vi", "thay", "ho", "on behalf of", "for")
MOST = 20
LONGEST_TELLER = 120


def read(text: str) -> str | None:
    """The unit in what follows "báo cáo": "thay T05" -> "T05", "thay" -> "". None where it is about no other unit."""
    words = text.split()
    for said in SAID:
        count = said.count(" ") + 1
        if fold(" ".join(words[:count])) == said:
            return " ".join(words[count:])
    return None


def report_for(turn: Turn, text: str) -> Sequence[Reply]:
    """The forms that the unit of that name or code owes; the only one is opened at once."""
    assert turn.person is not None
    if not text.strip():
        return _which_unit(turn)
    units = load_units(turn.connection, turn.committee_id)
    found = find(text, {one.code: (one.code, one.name, one.short) for one in units.values()})
    if not isinstance(found, Understood | Doubtful):
        candidates = found.why.values.get("candidates", ())
        named = [row for row, one in units.items() if one.code in candidates]
        meant = {row: units[row] for row in named if behalf.may_report(turn, row)}
        if len(meant) == 1:
            return _forms_of(turn, next(iter(meant)))
        if not meant and (below := _owing_below(turn)):
            return [phrases.which_unit(below, words=turn.words)]
        labels = told_apart([(one.short, f"{one.code}: {one.short}") for one in meant.values()])
        near = [Choice(label, button(Verb.FOR, row)) for row, label in zip(meant, labels, strict=True)]
        return [
            committee.which_unit(near, words=turn.words)
            if near
            else committee.no_such_unit(text.strip(), words=turn.words)
        ]
    return _forms_of(turn, next(row for row, one in units.items() if one.code == found.value))


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A unit was chosen from several."""
    unit_id = natural(parts[0])
    return [general.not_allowed(words=turn.words)] if unit_id is None else _forms_of(turn, unit_id)


def told(turn: Turn, key: Sequence[object], text: str) -> Sequence[Reply]:
    """Who gave the figures was typed: a name, or the number of one that was offered."""
    called = read_command(text)
    if called is not None and called.command is Command.REPORT and (unit := read(called.rest)) is not None:
        return report_for(turn, unit)
    offered = [Choice(label, data) for label, data in (turn.chat.focus or {}).get("choices", ())]
    choice = find_choice(text, offered, numbered=True)
    teller = clean(choice.label if choice is not None else text)[:LONGEST_TELLER]
    unfit = secrecy_marking(teller) or personal_data(teller) or sum(map(str.isalpha, teller)) < 2
    if unfit:
        turn.expects = {"told_for": list(key), "at": turn.now.isoformat()}
        return [phrases.teller_unclear(words=turn.words)]
    asked = read_key([str(part) for part in key])
    assert asked is not None, "our own key"
    turn.told_by = teller
    return mending.go_on(turn, asked)


def told_pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """Who gave the figures was chosen: somebody of that unit, whatever the button says."""
    key = read_key(parts[:4])
    if key is None or len(parts) != 5:
        return [general.not_allowed(words=turn.words)]
    names = {str(post.person_id): post.name for post in posts_of_units(turn.connection, [key[1]])}
    turn.told_by = names.get(parts[4], "")
    return mending.go_on(turn, key)


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ` instead of a name: nothing was begun."""
    return [phrases.not_begun(words=turn.words)]


def _which_unit(turn: Turn) -> Sequence[Reply]:
    """The units below that owe something, for an officer above them; staff name one of all."""
    choices = _owing_below(turn)
    return [
        phrases.which_unit(choices, words=turn.words) if choices else phrases.no_unit_waits(words=turn.words)
    ]


def _owing_below(turn: Turn) -> Sequence[Choice]:
    """The units for which the person may report as an officer of a unit above, of those that owe something."""
    assert turn.person is not None
    own = {post.unit_id for post in turn.person.posts if post.role in REPORTERS}
    units = load_units(turn.connection, turn.committee_id) if own else {}
    lines = lines_above(turn.connection, turn.committee_id, units.keys())
    below = [
        unit_id
        for unit_id, line in lines.items()
        if own.intersection(units_above(units[unit_id], line, kinds=turn.kinds))
    ]
    owing = {one.unit_id for one in assignments.owed_by(turn.connection, below, opened_by=turn.today)}
    return [
        Choice(f"{units[unit_id].short} ({units[unit_id].code})", button(Verb.FOR, unit_id))
        for unit_id in below
        if unit_id in owing
    ][:MOST]


def _forms_of(turn: Turn, unit_id: int) -> Sequence[Reply]:
    if not behalf.may_report(turn, unit_id):
        if turn.person is None or unit_id not in load_units(turn.connection, turn.committee_id):
            return [general.not_allowed(words=turn.words)]
        unit = load_unit(turn.connection, unit_id)
        return [phrases.not_for_that_unit(unit.short or unit.name, words=turn.words)]
    if turn.may(Act.REPORT, unit_id=unit_id) and behalf.capacity(turn, unit_id) is None:
        return tasks.show(turn)
    unit = load_unit(turn.connection, unit_id)
    items = tasks.items_of_unit(turn, unit_id)
    owed = [item for item in items if not item.each]
    if not items:
        return [phrases.nothing_owed(unit.short or unit.name, words=turn.words)]
    if len(items) == 1 and owed:
        opened = read_button(owed[0].data)
        assert opened is not None
        key = read_key(opened[1])
        assert key is not None, "our own button"
        return form.open_form(turn, key)
    return [task_phrases.listed(items, today=turn.today, words=turn.words)]
