"""`python -m bench.usability`: what an officer types and reads, and whether it fits a phone; `--write` puts the tables
into docs/usability.md."""

import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from bench.filling_in import Sat, fill_in_all
from bench.screen import SCREEN, height, too_wide
from bench.table import in_columns
from bot.core.buttons import Verb
from bot.core.messages import Reply
from bot.core.reading import LONGEST, reading_length
from tests.conversations.conversation import Conversation
from tests.conversations.test_conversations import FILES
from tests.house import HOANG_MAI, VAN_TRACH

PAGE = Path(__file__).resolve().parents[1] / "docs" / "usability.md"
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"


@dataclass(frozen=True, slots=True)
class Measured:
    """`sat` are the sittings over the forms; `said` all messages, each once, by language."""

    sat: Sequence[Sat]
    said: dict[str, Sequence[Reply]]

    @property
    def median(self) -> float:
        """Messages of the officer per question, first time."""
        return statistics.median(one.per_question for one in self.sat if not one.again)

    def too_long(self, language: str) -> list[Reply]:
        """Messages that take too long to read; the privacy notice, whose content the law sets, is counted apart."""
        return [
            one for one in self.said[language] if reading_length(one.text) > LONGEST and not is_notice(one)
        ]


def is_notice(reply: Reply) -> bool:
    return any(choice.data.startswith(f"{Verb.AGREE}:") for choice in reply.choices)


def measure() -> Measured:
    """Play every golden conversation and fill in every form."""
    said: dict[str, list[Reply]] = {"vi": [], "en": []}
    with tempfile.TemporaryDirectory(prefix="usability-") as name:
        for number, path in enumerate(FILES):
            said[path.parent.name] += _play(path, Path(name) / str(number))
        sat, told = fill_in_all(Path(name))
    said["vi"] += told
    return Measured(sat, {language: list(dict.fromkeys(replies)) for language, replies in said.items()})


def tables(measured: Measured) -> str:
    """What stands on the page between its marks."""
    return "\n\n".join((in_columns(list(_forms(measured))), in_columns(list(_messages(measured)))))


def _forms(measured: Measured) -> Iterator[list[str]]:
    yield ["form", "", "questions", "messages", "per question", "typed", "bot's messages", "bot's characters"]
    yield ["---", "---", *("---:" for _ in range(6))]
    for one in measured.sat:
        yield [
            one.form,
            "again" if one.again else "first",
            str(one.questions),
            str(one.messages),
            f"{one.per_question:.2f}",
            str(one.characters),
            str(one.bot_messages),
            f"{one.bot_characters:,}",
        ]
    yield ["**median, first time**", "", "", "", f"**{measured.median:.2f}**", "", "", ""]


def _messages(measured: Measured) -> Iterator[list[str]]:
    yield ["all messages", "Vietnamese", "English"]
    yield ["---", "---:", "---:"]
    both = [measured.said["vi"], measured.said["en"]]
    read = [[reading_length(one.text) for one in said if not is_notice(one)] for said in both]
    notices = [[reading_length(one.text) for one in said if is_notice(one)] for said in both]
    yield ["different messages", *(f"{len(said):,}" for said in both)]
    yield ["to read: median, characters", *(f"{statistics.median(one):.0f}" for one in read)]
    yield ["to read: longest", *(str(max(one)) for one in read)]
    yield [f"longer than {LONGEST}", *(str(len(measured.too_long(one))) for one in ("vi", "en"))]
    yield ["the privacy notice", *(str(max(one)) for one in notices)]
    yield [
        "words or labels that do not fit",
        *(str(sum(bool(too_wide(one)) for one in said)) for said in both),
    ]
    yield ["higher than one screen", *(str(sum(height(one) > SCREEN for one in said)) for said in both)]


def _play(path: Path, folder: Path) -> Sequence[Reply]:
    folder.mkdir()
    furniture = HOANG_MAI if path.stem.startswith("hoang-mai") else VAN_TRACH
    conversation = Conversation(folder, language=path.parent.name, furniture=furniture)
    try:
        conversation.play(path.read_text(encoding="utf-8"))
        return conversation.said
    finally:
        conversation.close()


@click.command(help=__doc__)
@click.option("--write", is_flag=True, help="Write the tables into docs/usability.md.")
@click.option("--show", is_flag=True, help="Name the messages that are too long, too wide or too high.")
def main(*, write: bool, show: bool) -> None:
    measured = measure()
    click.echo(tables(measured))
    if show:
        for language, said in measured.said.items():
            for one in said:
                if one in measured.too_long(language) or too_wide(one) or height(one) > SCREEN:
                    what = f"{reading_length(one.text)} characters, {height(one):.0f} px, {too_wide(one)}"
                    click.echo(f"\n## {language}: {what}\n{one.text}")
    if write:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        after = rest.partition(END)[2]
        PAGE.write_text(f"{before}{BEGIN}\n\n{tables(measured)}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
