"""`nhacviec understand`: what the chat would make of what is typed; needs no database and no settings."""

import json
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot.cli.vectors import TYPES, Asked, BadVectors, answer, read_vectors
from bot.clock import system_clock
from bot.settings import LANGUAGE, LANGUAGES, TIMEZONE
from locales.phrases import understanding as phrases
from locales.words import in_language

DIFFER, WRONG_USE = 1, 2


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.option("--type", "kind", type=click.Choice(list(TYPES)), help="What is asked for.")
@click.option("--total", type=click.IntRange(0), help="The denominator by the roster, for a ratio.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day at the office. Default: today.")
@click.option("--choices", default="", help="What may be chosen, parted by commas.")
@click.option("--language", type=click.Choice(LANGUAGES), default=LANGUAGE, show_default=True)
@click.option(
    "--file", "path", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Try all rows."
)
@click.argument("text", nargs=-1)
def understand(
    *,
    kind: str | None,
    total: int | None,
    today: datetime | None,
    choices: str,
    language: str,
    path: Path | None,
    text: tuple[str, ...],
) -> None:
    """Show how an answer is understood: {"action", "value", "echo"}, as JSON.

    With --file, each row of a file of examples that comes to something else. Exit code 1 if there is one.
    """
    words = in_language(language)
    if path is not None:
        if text or kind:
            raise click.UsageError(phrases.file_or_text(words=words))
        sys.exit(_compare(path, language))
    if kind is None or not text:
        raise click.UsageError(phrases.text_needed(words=words))
    offered = tuple(choice.strip() for choice in choices.split(",") if choice.strip())
    if kind in NEEDS_CHOICES and not offered:
        raise click.UsageError(phrases.choices_needed(words=words))
    day = today.date() if today else system_clock().astimezone(ZoneInfo(TIMEZONE)).date()
    asked = Asked(" ".join(text), kind, today=day, total=total, choices=offered, language=language)
    click.echo(answer(asked).to_json())


NEEDS_CHOICES = frozenset(name for name, kind in TYPES.items() if kind and kind.value.startswith("select_"))


def _compare(path: Path, language: str) -> int:
    """Print what differs; the exit code."""
    try:
        vectors = read_vectors(path.read_bytes())
    except BadVectors as bad:
        raise click.UsageError(phrases.bad_vectors(bad.row, words=in_language(language))) from None
    answers = [(vector, answer(vector.asked)) for vector in vectors]
    for row, (vector, answered) in enumerate(answers, start=1):
        if not vector.agrees(answered):
            expected = json.dumps({"action": vector.action, "value": vector.expected}, ensure_ascii=False)
            click.echo(
                phrases.differs(row, vector.asked.kind, vector.asked.text, expected, answered.to_json())
            )
    agree = sum(vector.agrees(answered) for vector, answered in answers)
    silently_wrong = sum(vector.silently_wrong(answered) for vector, answered in answers)
    click.echo(phrases.agreement(agree, len(answers), silently_wrong))
    return 0 if agree == len(answers) else DIFFER
