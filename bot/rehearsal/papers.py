"""From a rehearsal to the files that people read."""

from collections.abc import Mapping

from bot.core.office import Office
from bot.db.outbox import Kind
from bot.papers.rehearsal_chart import Series, draw_days
from bot.papers.rehearsal_pages import Line, Table, calendar_page, figures_page, messages_csv
from bot.rehearsal.figures import Figures
from bot.rehearsal.script import Record
from locales.phrases import rehearsal as phrases
from locales.words import Words

CSV, CALENDAR, FIGURES, PICTURE = "messages.csv", "calendar.html", "figures.html", "days.png"


def papers(
    record: Record, figures: Figures, office: Office, *, plan: str, units: int, words: Words
) -> Mapping[str, bytes]:
    """{file name: content}."""
    lines = _lines(record, office, words)
    language = words.language
    calendar = calendar_page(phrases.calendar_title(plan, words=words), lines, language=language)
    title = phrases.figures_title(plan, words=words)
    page = figures_page(title, _tables(figures, office, words), picture=PICTURE, language=language)
    return {
        CSV: messages_csv(lines, phrases.columns(words=words)),
        CALENDAR: calendar.encode(),
        FIGURES: page.encode(),
        PICTURE: _picture(figures, units, words),
    }


def _lines(record: Record, office: Office, words: Words) -> list[Line]:
    players = {player.chat: player for player in record.players}
    lines = []
    for told in record.told:
        local = told.at.astimezone(office.zone)
        player = players.get(told.chat)
        lines.append(
            Line(
                at=local,
                day=words.full_day(local.date()),
                kind=phrases.kind(told.kind, words=words),
                chat=told.chat,
                name=player.name if player else phrases.group(words=words),
                unit=player.unit if player else "",
                text=told.text if told.file is None else f"[{told.file.name}] {told.text}",
                labels=told.labels,
            )
        )
    return lines


def _tables(figures: Figures, office: Office, words: Words) -> list[Table]:
    whole = {
        "unasked": words.number(figures.unasked),
        "reminders": words.number(figures.reminders),
        "answers": words.number(figures.answers),
        "people": words.number(figures.people),
        "joined": words.number(figures.joined),
        "reports": words.number(figures.reports),
        "per_week": words.number(f"{figures.per_person_and_week:.2f}"),
        "most_in_week": words.number(figures.most_in_week),
        "outside": f"{words.number(figures.outside)} ({words.percent(figures.outside, figures.unasked)})",
        "to_heads": words.number(figures.to_heads),
        "gave_up": words.number(figures.gave_up),
    }
    weeks = [
        (phrases.week_of(many, words=words), phrases.so_many_weeks(often, words=words))
        for many, often in figures.weeks.items()
    ]
    busiest = [(words.full_day(day), words.number(many)) for day, many in figures.busiest]
    steps = [(step, words.number(many)) for step, many in figures.steps.items()]
    digests = [f"{words.moment(one.at, office.zone)}\n{one.text}" for one in figures.digests]
    return [
        Table(
            phrases.heading("whole", words=words),
            [(phrases.figure(name, words=words), said) for name, said in whole.items()],
        ),
        Table(phrases.heading("weeks", words=words), weeks),
        Table(phrases.heading("busiest", words=words), busiest),
        Table(phrases.heading("steps", words=words), steps),
        Table(phrases.heading("digests", words=words), texts=digests),
    ]


def _picture(figures: Figures, units: int, words: Words) -> bytes:
    days = list(figures.by_day)
    series = [
        Series(phrases.kind(kind, words=words), [figures.by_day[day].get(kind, 0) for day in days])
        for kind in (Kind.REMINDER, Kind.NOTICE, Kind.DIGEST)
    ]
    subtitle = phrases.between(days[0], days[-1], units, words=words)
    return draw_days(phrases.picture_title(words=words), subtitle, days, series)
