"""Logs: one JSON object a line, and no secret in any of them."""

import json
import logging
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.logs import NOISY, JsonLines, Redactor, set_up_logs

TOKEN = "4242:PretendTokenThatMustNotBeSeen"


def line(redactor: Redactor | None = None, **record: Any) -> dict[str, Any]:
    """What one record looks like."""
    made = logging.makeLogRecord(
        {"name": "bot.intake", "levelname": "ERROR", "msg": "intake.turn_failed", "created": 0.0, **record}
    )
    read: dict[str, Any] = json.loads(JsonLines(redactor or Redactor(())).format(made))
    return read


def failure(*said: object) -> Any:
    """An exception with its traceback, as `exc_info`."""
    try:
        raise ValueError(*said)
    except ValueError:
        return sys.exc_info()


@pytest.fixture
def fresh_logs() -> Iterator[None]:
    """Whatever a test does to the logs is undone."""
    root = logging.getLogger()
    loggers = [root, *map(logging.getLogger, NOISY)]
    levels, handlers = [logger.level for logger in loggers], list(root.handlers)
    yield
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)
    root.handlers[:] = handlers


def test_line_says_what_happened_when_and_where() -> None:
    at = datetime(2026, 11, 23, 1, 5, 0, 250_000, tzinfo=UTC)

    assert line(created=at.timestamp(), update=7, channel="telegram") == {
        "at": "2026-11-23T01:05:00.250+00:00",
        "level": "error",
        "event": "intake.turn_failed",
        "from": "bot.intake",
        "update": 7,
        "channel": "telegram",
    }


def test_line_is_one_line_whatever_is_in_it() -> None:
    record = logging.makeLogRecord({"msg": "a\nb %s", "args": ("Đồng chí\r\n\u2028",), "also": "x\ny"})

    written = JsonLines(Redactor(())).format(record)

    assert "\n" not in written
    assert "\r" not in written
    assert json.loads(written)["event"] == "a\nb Đồng chí\r\n\u2028"


def test_line_tells_the_whole_error() -> None:
    error = line(exc_info=failure("hỏng"))["error"]

    assert error.startswith("Traceback (most recent call last):\n")
    assert error.endswith("ValueError: hỏng")


def test_what_json_does_not_know_is_written_as_text() -> None:
    assert line(at_what=datetime(2026, 11, 23, tzinfo=UTC))["at_what"] == "2026-11-23 00:00:00+00:00"


@pytest.mark.parametrize(
    "secret",
    [TOKEN, "pa55word", 'quo"ted', "back\\slash", "mật-khẩu"],
    ids=["token", "password", "quote", "backslash", "not ASCII"],
)
def test_secret_is_taken_out_wherever_it_stands(secret: str) -> None:
    read = line(
        Redactor((secret,)),
        msg=f"calling http://a/bot{secret}/getMe %s",
        args=(secret,),
        url=f"http://a/bot{secret}/x",
        nested={"deep": [secret]},
        exc_info=failure(secret),
    )

    assert secret not in str(read)
    assert secret not in json.dumps(read, ensure_ascii=False)
    assert all(secret not in str(value) for value in [*read.values(), read["nested"]["deep"][0]])
    assert read["event"] == "calling http://a/bot***/getMe ***"


def test_secret_within_a_secret_leaves_nothing_behind() -> None:
    redactor = Redactor(("4242", "4242:Pretend"))

    assert redactor.clean("x4242:Pretendy 4242") == "x***y ***"


def test_very_short_secret_does_not_make_the_logs_unreadable() -> None:
    assert Redactor(("a", "", "abc")).clean("a cat sat, abc") == "a cat sat, abc"


@pytest.mark.usefixtures("fresh_logs")
def test_logs_go_to_standard_error_from_info_on(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs((TOKEN,))

    logging.getLogger("bot.app").debug("app.detail")
    logging.getLogger("bot.app").info("app.started", extra={"token": TOKEN})

    out, err = capsys.readouterr()
    assert out == ""
    (only,) = [json.loads(one) for one in err.splitlines()]
    assert (only["event"], only["token"]) == ("app.started", "***")


@pytest.mark.usefixtures("fresh_logs")
@pytest.mark.parametrize("name", NOISY)
def test_chatter_of_libraries_is_not_logged(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs((), level=logging.DEBUG)

    logging.getLogger(f"{name}.part").info("chatter")
    logging.getLogger(f"{name}.part").warning("trouble")

    assert [json.loads(one)["event"] for one in capsys.readouterr().err.splitlines()] == ["trouble"]


@pytest.mark.usefixtures("fresh_logs")
def test_setting_up_again_does_not_log_twice(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs(())
    set_up_logs(())

    logging.getLogger("bot.app").warning("once")

    assert len(capsys.readouterr().err.splitlines()) == 1
