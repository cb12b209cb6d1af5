"""Reading a plan file at the command line: the plan, and everything that is found in it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.cli import plan_findings
from bot.cli.context import (
    beside,
    in_office,
    read_bytes,
    words_of,
)
from bot.core.office import Office
from bot.core.plan.model import Finding, Plan
from bot.db.session import Connection
from bot.gather.builtin import plan_reference
from bot.papers.plan_files import check_plan
from bot.settings import Settings


def whole(file: Path, settings: Settings) -> Plan | None:
    """The plan of a file; None if there are errors that nobody has decided, which are printed."""
    plan_, findings = examined(file, settings)
    plan_findings.show(findings, file=file, words=words_of(settings), errors_only=True)
    return plan_


def examined(file: Path, settings: Settings) -> tuple[Plan | None, Sequence[Finding]]:
    """The plan of a file, None if it cannot be loaded, and everything that is found in it."""

    def read(
        _connection: Connection, office: Office, _now: datetime
    ) -> tuple[Plan | None, Sequence[Finding]]:
        return check_plan(
            str(file),
            read_bytes(file, settings),
            kinds=office.kinds,
            reference=plan_reference(),
            beside=beside(file),
        )

    plan_, findings = in_office(settings, read, keep=False)
    return (None if any(one.stops for one in findings) else plan_), findings
