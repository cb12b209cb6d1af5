"""A command line in an empty folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.gather.builtin import PLANS

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("plan", "check", FILE)` in a folder of its own, without any setting of this machine. `typed` is what
    somebody types when asked."""
    monkeypatch.chdir(tmp_path)
    for name in ("TELEGRAM_TOKEN", "TELEGRAM_API", "DATABASE_URL", "LANGUAGE", "LISTEN", "WEBHOOK_URL"):
        monkeypatch.delenv(f"NHACVIEC_{name}", raising=False)

    def run_(*words: object, typed: str = "", **settings: str) -> Result:
        environment = {f"NHACVIEC_{name}": value for name, value in settings.items()}
        return CliRunner().invoke(main, [str(word) for word in words], env=environment, input=typed)

    return run_


@pytest.fixture
def roster() -> list[Path]:
    return [PLANS / "roster" / name for name in ("organs.csv", "communes.csv", "schools.csv")]


@pytest.fixture
def plan() -> Path:
    return PLANS / "directive-32" / "plan.yaml"
