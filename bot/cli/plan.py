"""`nhacviec plan`: start a plan file, check it, decide what only people can, change its form, load it, look at it."""

import getpass
from pathlib import Path

import click

from bot.cli import plan_figures, plan_findings
from bot.cli.context import (
    FAULTS,
    WRONG_USE,
    beside,
    end,
    in_office,
    read_bytes,
    say,
    settings_or_end,
    words_of,
    write_new,
)
from bot.cli.plan_loading import Loading, agree_or_end, shown
from bot.cli.plan_reading import examined, whole
from bot.cli.rehearsing import rehearse
from bot.core.plan.deciding import may_be_decided, seen_in, thing_of
from bot.core.plan.document import Decision
from bot.core.plan.figures import SETTLING, plain
from bot.core.plan.model import Finding
from bot.papers.decision_files import OddDecisions, with_decision
from bot.papers.plan_files import convert as convert_plan
from bot.papers.plan_files import source_to_keep
from bot.papers.plan_template import new_plan
from locales.phrases import command_line as phrases
from locales.phrases import plan_changes as change_phrases

File = click.argument("file", type=click.Path(path_type=Path))


@click.group()
def plan() -> None:
    """Start, check, convert, load and show plans. A plan is a YAML file or a workbook (.xlsx)."""


@plan.command()
@File
@click.option("--json", "as_json", is_flag=True, help="One list of objects, for a program.")
def check(file: Path, *, as_json: bool) -> None:
    """Name everything that is wrong or doubtful in FILE, with its place. Exit code 1 if there are errors that nobody
    has decided."""
    settings = settings_or_end()
    words = words_of(settings)
    plan_, findings = examined(file, settings)
    if as_json:
        plan_findings.show_json(findings, words=words)
    else:
        plan_findings.show(findings, file=file, words=words)
        say(phrases.check_summary(findings, words=words))
    if plan_ is None:
        raise SystemExit(FAULTS)


@plan.command()
@File
@click.argument("code")
@click.argument("thing", default="")
@click.option("--value", default="", help="What shall count instead, where something counts: 45.")
@click.option("--why", required=True, help="The reason. It is kept and shown beside the decision.")
@click.option("--by", default="", help="Who decides; you, if not given.")
@click.option("--dry-run", is_flag=True, help="Show the decision and write nothing.")
def decide(file: Path, code: str, thing: str, *, value: str, why: str, by: str, dry_run: bool) -> None:
    """Decide about a finding CODE of FILE and write the decision into it. THING says which one: what the finding is
    about, its line or its cell."""
    settings = settings_or_end()
    words = words_of(settings)
    _, findings = examined(file, settings)
    about = [one for one in findings if one.code == code]
    if not about or not may_be_decided(about[0]):
        end(phrases.nothing_to_decide(code, known=bool(about), words=words))
    chosen = [one for one in about if not thing or thing in _names(one)]
    if len(chosen) != 1:
        end(phrases.which_to_decide(code, [thing_of(one) for one in about], words=words))
    if code in SETTLING and plain(value) is None:
        end(phrases.decision_needs_figure(value, words=words))
    if not why.strip():
        end(phrases.decision_needs_reason(words=words))
    today = in_office(settings, lambda _, office, now: office.today(now), keep=False)
    decision = Decision(
        code,
        thing_of(chosen[0]),
        seen_in(chosen[0]),
        value.strip(),
        why.strip(),
        by.strip() or getpass.getuser(),
        today,
    )
    try:
        written = with_decision(read_bytes(file, settings), decision)
    except OddDecisions:
        end(phrases.odd_decisions(str(file), words=words))
    if not dry_run:
        file.write_bytes(written)
    say(phrases.decided(decision, str(file), dry_run=dry_run, words=words))


def _names(one: Finding) -> set[str]:
    """What a person may call a finding by."""
    place = one.place
    return {thing_of(one), str(place), str(place.line), f"{place.sheet}!{place.cell}"}


@plan.command("import")
@File
@click.option("--yes", is_flag=True, help="Apply a newer version without asking.")
@click.option("--dry-run", is_flag=True, help="Show what would change and change nothing.")
def import_(file: Path, *, yes: bool, dry_run: bool) -> None:
    """Load FILE, or a newer version of it, and make the assignments of the coming year. What a newer version changes is
    shown first, and applied once somebody agrees."""
    settings = settings_or_end()
    words = words_of(settings)
    plan_ = whole(file, settings)
    if plan_ is None:
        end(phrases.plan_not_loaded(str(file), words=words))
    source = source_to_keep(file.name, read_bytes(file, settings), words=words, beside=beside(file))
    loading = Loading(settings, plan_, file.name, source)
    while True:
        over, newer = loading.look()
        would = loading.load(over, keep=False) if newer else None
        asks = would is not None and not would.plan.nothing
        if would is not None and asks:
            for line in shown(plan_, would, words=words):
                say(line)
            if not (yes or dry_run):
                agree_or_end(words)
        loaded = would if dry_run and would is not None else loading.load(over, keep=not dry_run)
        if loaded is not None:
            break
        say(change_phrases.overtaken(words=words))
    for line in phrases.plan_loaded(
        words.of(plan_.title),
        number=loaded.number,
        newer=loaded.newer,
        changes=None if asks else loaded.changes,
        late_starts=loaded.late_starts,
        ended_on=loaded.ended_on,
        dry_run=dry_run,
        words=words,
    ):
        say(line)


@plan.command()
@File
@click.option("--figures", is_flag=True, help="Show its figures so far; FILE may be a loaded plan's code.")
def show(file: Path, *, figures: bool) -> None:
    """Show FILE as people read it: tasks with their owners and last days, forms with their questions."""
    settings = settings_or_end()
    if figures:
        plan_figures.show_figures(file, settings)
        return
    words = words_of(settings)
    plan_ = whole(file, settings)
    if plan_ is None:
        raise SystemExit(FAULTS)
    for line in phrases.plan_shown(plan_, words=words):
        say(line)


@plan.command()
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write over NEW if it is there already.")
def convert(old: Path, new: Path, *, force: bool) -> None:
    """Write the plan OLD as NEW: a workbook if NEW ends in .xlsx, else YAML. Comments of YAML are not kept."""
    settings = settings_or_end()
    words = words_of(settings)
    if new.suffix.casefold() not in (".xlsx", ".yaml", ".yml"):
        end(phrases.form_unknown(str(new), words=words), code=WRONG_USE)
    written, findings = convert_plan(
        str(old), read_bytes(old, settings), to_workbook=new.suffix.casefold() == ".xlsx", words=words
    )
    plan_findings.show(findings, file=old, words=words)
    if written is None:
        end(phrases.not_converted(str(old), words=words))
    write_new(new, written, settings, force=force)
    say(phrases.converted(str(old), str(new), words=words))


@plan.command("recount")
@click.option("--dry-run", is_flag=True, help="Only say whether anything is wrong.")
def recount_(*, dry_run: bool) -> None:
    """Add up all totals anew, and say whether any was not as it should be."""
    plan_figures.recount_all(settings_or_end(), dry_run=dry_run)


@plan.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a plan in DIR: plan.yaml and plan.xlsx with one task, one indicator and one form, to be changed."""
    settings = settings_or_end()
    words = words_of(settings)
    written = (folder / "plan.yaml", folder / "plan.xlsx")
    for path, content in zip(written, new_plan(words=words), strict=True):
        write_new(path, content, settings)
    say(phrases.plan_begun(*map(str, written), words=words))


plan.add_command(rehearse)
