"""`nhacviec plan rehearse`: a year of a plan before it is lived."""

import gc
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import click

from bot.cli.context import WRONG_USE, beside, end, read_bytes, say, settings_or_end, show_findings, words_of
from bot.core.roster import Entry
from bot.gather.builtin import PLANS, plan_reference, unit_kinds
from bot.papers.calendar_csv import YEARS
from bot.papers.plan_files import check_plan, source_to_keep
from bot.papers.roster_files import read_roster
from bot.rehearsal.habits import Officers
from bot.rehearsal.house import Given
from bot.rehearsal.rehearse import rehearse as play
from bot.settings import Settings
from locales.phrases import command_line as command_phrases
from locales.phrases import rehearsal as phrases
from locales.words import Words

ROSTER = tuple(PLANS / "roster" / name for name in ("organs.csv", "communes.csv", "schools.csv"))
LONGEST = 5 * 366

COLLECT_AFTER = 20_000
"""As in the running bot (bot.cli.running): a turn makes a few thousand objects that die by themselves."""

Day = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "first", type=Day, required=True, help="The first day: 2026-09-07.")
@click.option("--to", "last", type=Day, required=True, help="The last day.")
@click.option(
    "--officers",
    type=click.Choice([one.value for one in Officers]),
    default=Officers.MIXED.value,
    show_default=True,
    help="How the simulated officers are.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same year.")
@click.option(
    "--roster",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A roster file, as often as there are files; the fictitious one if not given.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("rehearsal"),
    show_default=True,
    help="Where the papers go.",
)
def rehearse(
    file: Path,
    *,
    first: datetime,
    last: datetime,
    officers: str,
    seed: int,
    roster: tuple[Path, ...],
    out: Path,
) -> None:
    """Play FILE from one day to another with simulated officers, on a database of its own, and write down every message
    that people would get. Nothing is sent, and the installation is not touched."""
    settings = settings_or_end()
    words = words_of(settings)
    for day in (first, last):
        if day.year not in YEARS:
            end(command_phrases.bad_moment(day.date().isoformat(), words=words), code=WRONG_USE)
    if not 0 <= (last - first).days <= LONGEST:
        end(phrases.wrong_days(words=words), code=WRONG_USE)
    given = _given(file, roster or ROSTER, settings)
    _write(out, {}, words)  # a folder that cannot be made is told before a year is played
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 20, 50)
    rehearsed = play(
        given,
        first=first.date(),
        last=last.date(),
        officers=Officers(officers),
        seed=seed,
        language=settings.language,
        timezone=settings.timezone,
    )
    _write(out, rehearsed.files, words)
    figures = rehearsed.figures
    say(phrases.done(str(out), figures.unasked, figures.outside, words=words))


def _write(folder: Path, files: Mapping[str, bytes], words: Words) -> None:
    """The papers into their folder, which is made; a sentence and the end if that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)
    except OSError:
        end(command_phrases.unwritable_file(str(folder), words=words))


def _given(file: Path, roster: tuple[Path, ...], settings: Settings) -> Given:
    words = words_of(settings)
    kinds = unit_kinds()
    source = read_bytes(file, settings)
    plan, findings = check_plan(
        str(file), source, kinds=kinds, reference=plan_reference(), beside=beside(file)
    )
    show_findings([one for one in findings if one.stops], words=words)
    if plan is None or any(one.stops for one in findings):
        end(command_phrases.plan_not_loaded(str(file), words=words))
    entries: list[Entry] = []
    errors = 0
    for one in roster:
        found, findings = read_roster(read_bytes(one, settings), file=str(one), kinds=kinds)
        errors += show_findings(findings, words=words, errors_only=True)
        entries += found
    if errors or not entries:
        end(phrases.no_roster(words=words))
    kept = source_to_keep(file.name, source, words=words, beside=beside(file))
    return Given(plan, file.name, kept, entries)
