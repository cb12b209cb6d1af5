"""`nhacviec plan show --figures` and `nhacviec plan recount`: the totals of loaded plans."""

from datetime import datetime
from pathlib import Path

from bot.cli.context import WRONG_USE, end, in_office, say, words_of
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.core.targets import Target, in_plan_order
from bot.db.plans import plans_in_force
from bot.db.session import Connection
from bot.gather.shelf import Shelf
from bot.gather.targets import gather_targets
from bot.gather.totals import recount
from bot.papers.plan_files import read_plan
from bot.settings import Settings
from locales.phrases import command_line as phrases
from locales.phrases import targets as target_phrases


def show_figures(file: Path, settings: Settings) -> None:
    """The figures so far of the plan of that file, or of the loaded plan of that code."""
    words = words_of(settings)
    code = read_plan(file.name, file.read_bytes()).code if file.exists() else str(file)

    def gather(
        connection: Connection, office: Office, now: datetime
    ) -> tuple[Plan, list[Target], str] | None:
        for stored in plans_in_force(connection, office.id):
            if stored.code == code:
                plan = Shelf().plan(connection, stored.version_id)
                found = gather_targets(connection, stored.id, plan, today=office.today(now))
                return plan, in_plan_order(plan, found), words.moment(now, office.zone)
        return None

    gathered = in_office(settings, gather, keep=False)
    if gathered is None:
        end(phrases.plan_not_in_force(code, words=words))
    plan, found, at = gathered
    for part in target_phrases.targets([(plan, "", list(enumerate(found, start=1)))], at=at, words=words):
        say(part.text)


def recount_all(settings: Settings, *, dry_run: bool) -> None:
    """Add up all totals anew, plan by plan."""
    words = words_of(settings)

    def count(connection: Connection, office: Office, _now: datetime) -> list[tuple[str, int]]:
        shelf = Shelf()
        return [
            (
                stored.code,
                recount(
                    connection,
                    stored.id,
                    shelf.plan(connection, stored.version_id),
                    committee_id=office.id,
                ),
            )
            for stored in plans_in_force(connection, office.id)
        ]

    counted = in_office(settings, count, keep=not dry_run)
    if not counted:
        end(phrases.no_plan_loaded(words=words), code=WRONG_USE)
    for code, wrong in counted:
        say(phrases.recounted(code, wrong, dry_run=dry_run, words=words))
