"""The double is no opinion of the bot's own, nor of its client library."""

import ast
import sys
from pathlib import Path

import simulator

ROOM = Path(simulator.__file__).parent


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".", maxsplit=1)[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".", maxsplit=1)[0])
    return names


def test_simulator_imports_nothing_but_its_web_server() -> None:
    """Neither the bot's packages nor any library that speaks to Telegram."""
    used = {name for path in ROOM.rglob("*.py") for name in imported(path)}

    assert used - set(sys.stdlib_module_names) == {"simulator", "aiohttp"}
