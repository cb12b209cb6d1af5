"""Structured logs, one JSON object a line, without secrets; and the alarm to the operators."""

import json
import logging
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

_PLAIN = frozenset(logging.LogRecord("", 0, "", 0, "", (), None).__dict__) | {
    "message",
    "asctime",
    "taskName",
}

NOISY = ("httpx", "httpcore", "telegram", "apscheduler", "aiohttp.access", "alembic")
"""Libraries whose chatter hides what happened; some of it would show addresses with the token."""


class Redactor:
    """Takes secrets out of whatever is logged, tracebacks included."""

    def __init__(self, secrets: Sequence[str]) -> None:
        forms = {form for secret in secrets if len(secret) > 3 for form in (secret, repr(secret)[1:-1])}
        self._secrets = sorted(forms, key=len, reverse=True)

    def clean(self, text: str) -> str:
        """The text with each secret replaced."""
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text

    def clean_all(self, value: object) -> object:
        """What JSON can say of the value, with each secret replaced in every text of it."""
        match value:
            case None | bool() | int() | float():
                return value
            case dict():
                return {self.clean(str(key)): self.clean_all(inner) for key, inner in value.items()}
            case list() | tuple():
                return [self.clean_all(inner) for inner in value]
            case _:
                return self.clean(str(value))


class JsonLines(logging.Formatter):
    """`{"at": ..., "level": ..., "event": "intake.turn_failed", ...}`"""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            "from": record.name,
        }
        line.update({name: value for name, value in record.__dict__.items() if name not in _PLAIN})
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(self._redactor.clean_all(line), ensure_ascii=False)


def set_up_logs(secrets: Sequence[str], *, level: int = logging.INFO) -> None:
    """Log to standard error, as containers and systemd expect it."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines(Redactor(secrets)))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
