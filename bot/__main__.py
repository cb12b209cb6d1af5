"""The command line: `nhacviec`, the same as `python -m bot`."""

from importlib import import_module

import click

COMMANDS = {
    "run": "running",
    "plan": "plan",
    "units": "units",
    "people": "people",
    "calendar": "calendar",
    "reminders": "looking",
    "digest": "digest",
    "doctor": "looking",
    "understand": "understand",
    "demo": "demo",
    "talk": "demo",
    "console": "console",
}
"""{command: the file in bot/cli/ where it is}, in the order in which they are listed."""


class Commands(click.Group):
    """Loads the file of the command that is asked for, and no other: all together take a second."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"bot.cli.{COMMANDS[cmd_name]}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Nhắc Việc: collects reports by chat, reminds politely, writes the weekly digest."""


if __name__ == "__main__":
    main()
