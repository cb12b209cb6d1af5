"""Settings: environment (and `.env`) in, one frozen value out. A bad value stops the start with a sentence.

What belongs to a committee (hours, quiet days, the digest's weekday) is not here: it is data of the committee.
"""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values

from bot.core.folding import natural

PREFIX = "NHACVIEC_"
LANGUAGES = ("vi", "en")

DATABASE_URL = "sqlite:///data/nhacviec.db"
TELEGRAM_API = "https://api.telegram.org"
POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")
LISTEN = ("127.0.0.1", 8080)
TIMEZONE = "Asia/Ho_Chi_Minh"
LANGUAGE = "vi"

PASSWORD = re.compile(r"://[^:/@]*:([^@]+)@")
"""In an address `scheme://user:password@host`."""


class BadSetting(Exception):  # noqa: N818 - said to a person, not a fault of ours
    """A setting that cannot be used. `name` is without the prefix; `code` has its sentence in
    `locales/phrases/command_line.py`. The value itself is never shown: it may be a secret."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(f"{PREFIX}{name}: {code}")
        self.name = name
        self.code = code


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that nobody prints by mistake: only `reveal` shows it."""

    _value: str = field(repr=False)

    def reveal(self) -> str:
        return self._value

    def __str__(self) -> str:
        return "***"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the environment decides. The names are those of docs/settings.md in small letters.

    `listen` is None while nothing is to be served: without webhooks, unless it is set on purpose (for /healthz).
    """

    telegram_token: Secret | None = None
    telegram_api: str = TELEGRAM_API
    telegram_proxy: Secret | None = None
    database_url: Secret = field(default_factory=lambda: Secret(DATABASE_URL))
    webhook_url: str | None = None
    listen: tuple[str, int] | None = None
    timezone: str = TIMEZONE
    language: str = LANGUAGE

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never stand in a log."""
        addresses = [
            secret.reveal() for secret in (self.telegram_proxy, self.database_url) if secret is not None
        ]
        passwords = [found[1] for address in addresses if (found := PASSWORD.search(address))]
        token = () if self.telegram_token is None else (self.telegram_token.reveal(),)
        return (*token, *passwords, *map(unquote, passwords))


def load_settings(environment: Mapping[str, str] | None = None, *, folder: Path | None = None) -> Settings:
    """Read the settings. Variables win over `.env`; a secret may stand in a file named by `..._FILE`.
    Raises BadSetting."""
    source = _Source(environment if environment is not None else _environment(folder or Path.cwd()))
    webhook_url = source.url("WEBHOOK_URL")
    listen = source.address("LISTEN")
    return Settings(
        telegram_token=source.secret("TELEGRAM_TOKEN"),
        telegram_api=source.url("TELEGRAM_API") or TELEGRAM_API,
        telegram_proxy=source.secret_url("TELEGRAM_PROXY"),
        database_url=source.database("DATABASE_URL"),
        webhook_url=webhook_url,
        listen=listen or (LISTEN if webhook_url else None),
        timezone=source.timezone("TIMEZONE"),
        language=source.language("LANGUAGE"),
    )


def _environment(folder: Path) -> dict[str, str]:
    """`.env` of the folder, then the variables, which win."""
    read = {name: value for name, value in dotenv_values(folder / ".env").items() if value is not None}
    return read | dict(os.environ)


class _Source:
    """The variables, read one by one."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def text(self, name: str) -> str:
        return self._environment.get(PREFIX + name, "").strip()

    def secret(self, name: str) -> Secret | None:
        """The variable itself, or the first line of the file that `<name>_FILE` names."""
        value, file = self.text(name), self.text(f"{name}_FILE")
        if value and file:
            raise BadSetting(name, "twice")
        if file:
            try:
                value = Path(file).read_text(encoding="utf-8").strip().partition("\n")[0].strip()
            except (OSError, UnicodeDecodeError):
                raise BadSetting(f"{name}_FILE", "no_file") from None
        return Secret(value) if value else None

    def url(self, name: str) -> str | None:
        value = self.text(name).rstrip("/")
        if not value:
            return None
        if not _is_sound(value, schemes=("http", "https")):
            raise BadSetting(name, "no_url")
        return value

    def secret_url(self, name: str) -> Secret | None:
        """An address that may hold a password."""
        secret = self.secret(name)
        if secret is not None and not _is_sound(secret.reveal(), schemes=("http", "https")):
            raise BadSetting(name, "no_url")
        return secret

    def database(self, name: str) -> Secret:
        """A database's address. A path alone is an SQLite file."""
        secret = self.secret(name)
        if secret is None:
            return Secret(DATABASE_URL)
        value = secret.reveal()
        if "://" not in value:
            return Secret(f"sqlite:///{value}")
        if not value.startswith("sqlite:") and not _is_sound(value, schemes=POSTGRESQL, local=True):
            raise BadSetting(name, "no_database")
        return secret

    def address(self, name: str) -> tuple[str, int] | None:
        """`127.0.0.1:8080`."""
        value = self.text(name)
        if not value:
            return None
        host, colon, port = value.rpartition(":")
        number = natural(port, digits=5)
        if not colon or not host or number is None or number > 65535:
            raise BadSetting(name, "no_address")
        return host.strip("[]"), number

    def timezone(self, name: str) -> str:
        value = self.text(name)
        if not value:
            return TIMEZONE
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise BadSetting(name, "no_timezone") from None
        return value

    def language(self, name: str) -> str:
        value = self.text(name).lower()
        if value and value not in LANGUAGES:
            raise BadSetting(name, "no_language")
        return value or LANGUAGE


def _is_sound(url: str, *, schemes: Sequence[str], local: bool = False) -> bool:
    """Whether it is an address of one of those kinds, with a host (or `local`: perhaps without), and a port that
    exists if any is named."""
    scheme, found, rest = url.partition("://")
    try:
        # Of the user and the password anything is taken: only what is behind them must be well-formed.
        parts = urlsplit(f"//{rest.rpartition('@')[2]}")
        return bool(found) and scheme in schemes and (local or bool(parts.hostname)) and parts.port != 0
    except ValueError:
        return False
