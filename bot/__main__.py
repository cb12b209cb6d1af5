"""The command line: `nhacviec`, the same as `python -m bot`."""

import click

from bot.cli.demo import demo, talk
from bot.cli.looking import digest, doctor, reminders
from bot.cli.people import people
from bot.cli.plan import plan
from bot.cli.running import run
from bot.cli.units import units


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Nhắc Việc: collects reports by chat, reminds politely, writes the weekly digest."""


for command in (run, plan, units, people, reminders, digest, doctor, demo, talk):
    main.add_command(command)


if __name__ == "__main__":
    main()
