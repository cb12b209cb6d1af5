"""What the docs say is true."""

import re
from pathlib import Path

import click

from bot.__main__ import main
from bot.settings import DATABASE_URL, LANGUAGE, LISTEN, PREFIX, TELEGRAM_API, TIMEZONE
from locales.chat_words import SPELLINGS, Command, read_command

ROOT = Path(__file__).resolve().parents[2]
DOCS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_link_leads_somewhere() -> None:
    broken = [
        f"{path.relative_to(ROOT)} -> {target}"
        for path in DOCS
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]

    assert broken == []


def test_every_setting_is_documented_with_its_default() -> None:
    source = text("bot/settings.py")
    read = re.findall(
        r'source\.(?:secret|secret_url|url|address|timezone|language|database)\("([A-Z_]+)"\)', source
    )
    documented = dict(re.findall(r"^\| `([A-Z_]+)` \| ([^|]+) \|", text("docs/settings.md"), re.MULTILINE))

    assert sorted(documented) == sorted(read)
    assert documented["DATABASE_URL"].strip("` ") == DATABASE_URL
    assert documented["TELEGRAM_API"].strip("` ") == TELEGRAM_API
    assert documented["LISTEN"].strip("` ") == f"{LISTEN[0]}:{LISTEN[1]}"
    assert documented["TIMEZONE"].strip("` ") == TIMEZONE
    assert documented["LANGUAGE"].strip("` ") == LANGUAGE
    assert f"`{PREFIX}`" in text("docs/settings.md")


def test_every_command_of_the_command_line_is_documented_with_its_options() -> None:
    documented = dict(
        re.findall(r"^\| `nhacviec ([a-z ]+?)((?: [\[A-Z-].*)?)` \|", text("docs/commands.md"), re.MULTILINE)
    )
    commands = dict(_commands(main, ""))

    assert sorted(documented) == sorted(commands)
    for name, command in commands.items():
        options = {
            option
            for parameter in command.params
            if isinstance(parameter, click.Option)
            for option in parameter.opts
            if option.startswith("--")
        }
        assert set(re.findall(r"--[a-z-]+", documented[name])) == options, name


def test_every_chat_command_is_documented() -> None:
    page = text("docs/commands.md")

    for command in Command:
        assert f"/{command}" in page, command
        assert any(f"`{word}`" in page or f"`/{word}`" in page for word in SPELLINGS[command].en), command


def test_chat_words_in_the_docs_are_understood() -> None:
    chat = text("docs/commands.md").partition("## On the command line")[0]
    rows = re.findall(
        r"^\| (?:everyone|members|staff[^|]*) \| `([^`]+)`[^|]*\| `([^`]+)`", chat, re.MULTILINE
    )

    assert len(rows) > 12
    for vietnamese, english in rows:
        assert read_command(vietnamese) is not None, vietnamese
        assert read_command(english) is not None, english


def test_every_decision_is_listed() -> None:
    decisions = sorted(path.name for path in (ROOT / "docs" / "adr").glob("0*.md"))
    listed = re.findall(r"\]\((0[^)]+\.md)\)", text("docs/adr/README.md"))

    assert listed == decisions


def test_every_dependency_has_its_reason() -> None:
    project = text("pyproject.toml")
    block = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert block is not None
    names = re.findall(r'"([a-z-]+)', block[1])
    explained = re.findall(r"^\| ([a-z][a-z-]+) \|", text("docs/dependencies.md"), re.MULTILINE)

    assert sorted(set(names)) == sorted(set(explained) - {"library"})


def test_pinned_requirements_hold_hashes_and_no_address() -> None:
    for file in sorted((ROOT / "requirements").glob("*.txt")):
        content = file.read_text(encoding="utf-8")
        assert "--hash=sha256:" in content
        assert "://" not in content


def test_readme_names_the_two_commands() -> None:
    assert "\nmake demo\nmake test\n" in text("README.md")


def _commands(group: click.Group, prefix: str) -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name
        if isinstance(command, click.Group):
            found += _commands(command, f"{prefix}{name} ")
        else:
            found.append((f"{prefix}{name}", command))
    return found
