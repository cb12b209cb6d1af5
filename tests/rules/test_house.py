"""The rules of the house that no other tool keeps."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("bot", "handlers", "scheduler", "locales", "simulator")

MOST_LINES = 400
"""A longer file is split by noun."""

LONG_FILES = {
    "bot/db/tables.py": "one line for each column of every table; a map is read whole",
    "locales/phrases/command_line.py": "sentences, one short function each",
    "locales/phrases/findings.py": "a table of sentences",
    "bot/core/plan/finding_codes.py": "a table: one line for each finding",
    "locales/phrases/problems.py": "a table of sentences",
    "bot/db/reports.py": "one noun; its statements take the room",
    "bot/db/assignments.py": "one noun; its statements take the room",
    "bot/app.py": "the wiring: the only file that knows everybody",
    "bot/channels/telegram.py": "one messenger, one method for each thing it can do",
    "bot/delivery.py": "the mouth: lanes, rates, retries belong together",
    "bot/intake.py": "the ears: lanes, albums, retries belong together",
    "bot/core/forms/engine.py": "one small method for each thing that may be said",
    "bot/db/outbox.py": "one noun",
    "locales/phrases/form.py": "one function for each outcome of the engine",
    "bot/db/session.py": "the one door to the database",
    "bot/core/plan/changes.py": "a table of every field and what it means that it differs",
    "handlers/router.py": "the one table of what may be said, and in which order it is tried",
    "locales/chat_words.py": "a table of spellings",
    "handlers/form.py": "one form, from opening to leaving",
    "locales/phrases/plan_news.py": "sentences, one short function each",
}
"""Files of more than 250 lines, with the reason."""

READ = (".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".cfg", ".sh")

READERS_OF_VIETNAMESE = re.compile(
    r"bot/core/(forms/answers/|folding|guards|file_names|pupils|wordlists|later_words|units_by_name|deadline_rules|"
    r"deadline_words|asked_time|calendar_whose|until_patterns|plan/(pupil_names|vocabulary|text/))"
)
"""They understand what people type: words to recognise, none to say."""

VIETNAMESE = re.compile(
    "[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE
)


def files() -> Iterator[Path]:
    for room in ROOMS:
        yield from (path for path in sorted((ROOT / room).rglob("*.py")) if "versions" not in path.parts)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


FILES = tuple(files())


@pytest.mark.parametrize("path", FILES, ids=name)
def test_file_is_short_enough(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines <= MOST_LINES
    if lines > 250:
        assert name(path) in LONG_FILES, f"{lines} lines: split it, or say why not"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_sentences_live_in_locales(path: Path) -> None:
    if name(path).startswith(
        ("locales/", "simulator/talk_words.py", "simulator/server.py")
    ) or READERS_OF_VIETNAMESE.match(name(path)):
        return
    spoken = [text for text in _strings(path) if VIETNAMESE.search(text)]

    assert spoken == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_clock_is_read_in_one_place(path: Path) -> None:
    if name(path) in ("bot/clock.py", "bot/logs.py") or name(path).startswith("simulator/"):
        return
    code = path.read_text(encoding="utf-8")

    assert "datetime.now(" not in code
    assert "date.today(" not in code
    assert "time.time(" not in code


def test_environment_is_read_in_settings_only() -> None:
    readers = [name(path) for path in files() if re.search(r"os\.(environ|getenv)", path.read_text())]

    assert readers == ["bot/settings.py"]


def test_every_suppression_carries_its_reason() -> None:
    bare = [
        f"{name(path)}:{number}"
        for path in files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(r"#\s*(noqa: [A-Z]+\d+|type: ignore\[[^]]*\])\s*$", line)
        and not re.search(r"#\s*noqa: (ARG002|PLC0415)\s*$", line)  # the reason stands on the line above them
    ]

    assert bare == []


def test_nothing_names_a_machine_or_a_registry() -> None:
    strangers = re.compile(
        r"/ro{2}t/|/wo{1}rk/|/tm{1}p/[a-z]|py{1}pi\.org|python{1}hosted|npm{1}js\.", re.IGNORECASE
    )
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    named = []
    for file in tracked:
        path = ROOT / file
        if path.suffix in (".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".cfg", ".sh") or path.name in (
            "Makefile",
            "run",
        ):
            named += [
                file for line in path.read_text(encoding="utf-8").splitlines() if strangers.search(line)
            ]

    assert named == []


def _strings(path: Path) -> Iterator[str]:
    """Every string that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value
