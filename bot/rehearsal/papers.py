"""From a rehearsal to the files that people read."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby

from bot.core.messages import Kind as Did
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.db.outbox import Kind
from bot.papers.rehearsal_chart import Series, draw_days
from bot.papers.rehearsal_pages import Day, Deed, Line, Table, calendar_page, figures_page, messages_csv
from bot.rehearsal.figures import Figures
from bot.rehearsal.script import Act, Record, Told
from locales.phrases import rehearsal as phrases
from locales.words import Words

CSV, CALENDAR, FIGURES, PICTURE = "messages.csv", "calendar.html", "figures.html", "days.png"
PICTURES = "pictures"
"""The folder of the digests' pictures."""


def papers(
    record: Record, figures: Figures, office: Office, *, plan: Plan, about: str, words: Words
) -> Mapping[str, bytes]:
    """{file name: content}. `about` says what was rehearsed, and how."""
    name, language = words.of(plan.title), words.language
    pictures = {place: one.file.content for one in record.told if one.file and (place := _place(one))}
    calendar = calendar_page(
        phrases.calendar_title(name, words=words), about, _days(record, office, words), language=language
    )
    page = figures_page(
        phrases.figures_title(name, words=words),
        f"{about}. {phrases.what_counts(words=words)}",
        _tables(figures, office, plan, words),
        picture=PICTURE,
        alternative=phrases.picture_title(words=words),
        language=language,
    )
    lines = [line for _, line in _lines(record, office, words)]
    return {
        CSV: messages_csv(lines, phrases.columns(words=words)),
        CALENDAR: calendar.encode(),
        FIGURES: page.encode(),
        PICTURE: _picture(figures, about, words),
        **pictures,
    }


def _lines(record: Record, office: Office, words: Words) -> Iterator[tuple[Told, Line]]:
    players = {player.chat: player for player in record.players}
    for told in record.told:
        player = players.get(told.chat)
        file = told.file
        line = Line(
            at=told.at.astimezone(office.zone),
            kind=phrases.kind(told.kind, words=words),
            chat=told.chat,
            name=player.name if player else phrases.group(words=words),
            unit=player.unit if player else "",
            text=told.text if file is None else f"[{file.name}] {told.text}",
            labels=told.labels,
            picture=_place(told),
        )
        yield told, line


def _place(told: Told) -> str | None:
    """Where a picture lies beside the pages. Each chat may have another one of the same name: of its own subtree."""
    if told.file is None or not told.file.is_picture:
        return None
    return f"{PICTURES}/{told.chat.replace('-', 'g')}-{told.file.name}"


def _days(record: Record, office: Office, words: Words) -> Iterator[Day]:
    """Day by day; what people did stands among the answers to it."""
    everything: list[tuple[datetime, Told | Act, Line | Deed]] = [
        *((one.at, one, _deed(one, office, words)) for one in record.acts),
        *((one.at, one, line) for one, line in _lines(record, office, words)),
    ]
    everything.sort(key=lambda one: one[0])
    for day, ofday in groupby(everything, key=lambda one: office.today(one[0])):
        things = list(ofday)
        unasked = [line for _, one, line in things if isinstance(one, Told) and one.is_unasked]
        rest = [line for _, one, line in things if isinstance(one, Act) or not one.is_unasked]
        messages = sum(isinstance(one, Line) for one in rest)
        yield Day(
            phrases.day_of(day, len(unasked), words=words),
            [line for line in unasked if isinstance(line, Line)],
            phrases.rest_of_day(messages, words=words),
            rest,
        )


def _deed(act: Act, office: Office, words: Words) -> Deed:
    text = act.label or act.text
    if act.group or act.player.code in text:  # a code is another one each time, and nobody's business
        text = text.partition(" ")[0] + " …"
    said = phrases.did(text, file=act.did is Did.FILE, words=words)
    return Deed(act.at.astimezone(office.zone), act.player.name, act.player.unit, said)


def _tables(figures: Figures, office: Office, plan: Plan, words: Words) -> list[Table]:
    whole = {
        "unasked": words.number(figures.unasked),
        "reminders": words.number(figures.reminders),
        "notices": words.number(figures.notices),
        "digests": words.number(figures.digest_messages),
        "answers": words.number(figures.answers),
        "people": words.number(figures.people),
        "joined": words.number(figures.joined),
        "reports": words.number(figures.reports),
        "per_week": words.number(f"{figures.per_person_and_week:.2f}"),
        "per_busy_week": words.number(f"{figures.per_week_with_any:.1f}"),
        "most_in_week": words.number(figures.most_in_week),
        "outside": f"{words.number(figures.outside)} ({words.percent(figures.outside, figures.unasked)})",
        "to_heads": words.number(figures.to_heads),
        "calls": words.number(figures.calls),
        "gave_up": words.number(figures.gave_up),
    }
    decisions = [
        (phrases.decision(name, words=words), words.number(many)) for name, many in figures.decisions.items()
    ]
    staff = [
        (
            one.player.name,
            words.number(f"{one.unasked / one.weeks:.1f}"),
            words.number(one.most_unasked),
            words.number(f"{one.acts / one.weeks:.1f}"),
            words.number(one.most_acts),
            words.number(one.busy),
        )
        for one in figures.staff
    ]
    weeks = [
        (phrases.week_of(many, words=words), phrases.so_many_weeks(often, words=words))
        for many, often in figures.weeks.items()
    ]
    busiest = [(words.full_day(day), phrases.week_of(many, words=words)) for day, many in figures.busiest]
    rungs = {rung.step: rung for rung in plan.manners.ladder}
    steps = [
        (phrases.step(step, rungs.get(step), words=words), words.number(many))
        for step, many in figures.steps.items()
    ]
    digests = [
        (f"{words.moment(one.at, office.zone)}: {one.text.splitlines()[0]}", one.text)
        for one in figures.digests
    ]
    each = [
        (
            one.player.name,
            one.player.unit,
            *map(words.number, (one.messages, one.reminders, one.notices, one.most_in_week)),
        )
        for one in figures.each
    ]
    return [
        Table(
            phrases.heading("whole", words=words),
            [(phrases.figure(name, words=words), said) for name, said in whole.items()],
        ),
        Table(phrases.heading("decisions", words=words), decisions),
        Table(phrases.heading("staff", words=words), staff, heads=phrases.heads_of_staff(words=words)),
        Table(phrases.heading("weeks", words=words), weeks),
        Table(phrases.heading("busiest", words=words), busiest),
        Table(phrases.heading("steps", words=words), steps),
        Table(
            phrases.heading("each", words=words), each, heads=phrases.heads_of_each(words=words), folded=True
        ),
        Table(phrases.heading("digests", words=words), texts=digests),
    ]


def _picture(figures: Figures, about: str, words: Words) -> bytes:
    days = list(figures.by_day)
    series = [
        Series(phrases.kind(kind, words=words), [figures.by_day[day].get(kind, 0) for day in days])
        for kind in (Kind.REMINDER, Kind.NOTICE, Kind.DIGEST)
    ]
    return draw_days(phrases.picture_title(words=words), about, days, series)
