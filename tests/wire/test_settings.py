"""Settings: what the environment says, what stands in `.env` and in files; and what cannot be used."""

from pathlib import Path
from typing import Any

import pytest

from bot.db.session import database_url
from bot.settings import PREFIX, BadSetting, Secret, Settings, load_settings

TOKEN = "4242:PretendTokenThatMustNotBeSeen"


def load(**variables: str) -> Settings:
    return load_settings({PREFIX + name: value for name, value in variables.items()})


def revealed(secret: Secret | None) -> str | None:
    return None if secret is None else secret.reveal()


def test_empty_environment_gives_the_defaults() -> None:
    settings = load()

    assert settings.telegram_token is None
    assert settings.telegram_api == "https://api.telegram.org"
    assert settings.telegram_proxy is None
    assert settings.database_url.reveal() == "sqlite:///data/nhacviec.db"
    assert (settings.webhook_url, settings.listen) == (None, None)
    assert (settings.timezone, settings.language) == ("Asia/Ho_Chi_Minh", "vi")


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("TELEGRAM_TOKEN", TOKEN, "telegram_token", TOKEN),
        ("TELEGRAM_TOKEN", f"  {TOKEN}\n", "telegram_token", TOKEN),
        ("TELEGRAM_TOKEN", "", "telegram_token", None),
        ("TELEGRAM_API", "http://127.0.0.1:8081", "telegram_api", "http://127.0.0.1:8081"),
        ("TELEGRAM_API", "http://127.0.0.1:8081/", "telegram_api", "http://127.0.0.1:8081"),
        ("TELEGRAM_API", "https://proxy.vn/telegram", "telegram_api", "https://proxy.vn/telegram"),
        ("TELEGRAM_PROXY", "http://u:p@127.0.0.1:3128", "telegram_proxy", "http://u:p@127.0.0.1:3128"),
        ("DATABASE_URL", "sqlite:////srv/nhacviec.db", "database_url", "sqlite:////srv/nhacviec.db"),
        ("DATABASE_URL", "/srv/nhacviec.db", "database_url", "sqlite:////srv/nhacviec.db"),
        ("DATABASE_URL", "nhacviec.db", "database_url", "sqlite:///nhacviec.db"),
        ("DATABASE_URL", "postgresql://u:p@h:5432/d", "database_url", "postgresql://u:p@h:5432/d"),
        ("DATABASE_URL", "postgres://u:p@h/d", "database_url", "postgres://u:p@h/d"),
        ("DATABASE_URL", "postgresql+psycopg://h/d", "database_url", "postgresql+psycopg://h/d"),
        ("DATABASE_URL", "postgresql:///d?host=/run", "database_url", "postgresql:///d?host=/run"),
        ("WEBHOOK_URL", "https://nhacviec.vn/", "webhook_url", "https://nhacviec.vn"),
        ("LISTEN", "0.0.0.0:8443", "listen", ("0.0.0.0", 8443)),
        ("LISTEN", "[::1]:8080", "listen", ("::1", 8080)),
        ("LISTEN", "localhost:0", "listen", ("localhost", 0)),
        ("TIMEZONE", "UTC", "timezone", "UTC"),
        ("LANGUAGE", "en", "language", "en"),
        ("LANGUAGE", "EN", "language", "en"),
        ("LANGUAGE", " ", "language", "vi"),
    ],
)
def test_variable_is_read(name: str, value: str, field: str, expected: Any) -> None:
    read = getattr(load(**{name: value}), field)

    assert (read.reveal() if isinstance(read, Secret) else read) == expected


def test_webhooks_are_listened_for_unless_another_address_is_said() -> None:
    assert load(WEBHOOK_URL="https://nhacviec.vn").listen == ("127.0.0.1", 8080)
    assert load(WEBHOOK_URL="https://nhacviec.vn", LISTEN="0.0.0.0:80").listen == ("0.0.0.0", 80)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("TELEGRAM_API", "api.telegram.org", "no_url"),
        ("TELEGRAM_API", "ftp://api.telegram.org", "no_url"),
        ("TELEGRAM_API", "https://", "no_url"),
        ("TELEGRAM_API", "http://[::1", "no_url"),
        ("TELEGRAM_API", "http://127.0.0.1:port", "no_url"),
        ("TELEGRAM_API", "http://127.0.0.1:99999", "no_url"),
        ("TELEGRAM_PROXY", "nonsense", "no_url"),
        ("TELEGRAM_PROXY", "socks5://127.0.0.1:1080", "no_url"),
        ("WEBHOOK_URL", "nhacviec.vn", "no_url"),
        ("DATABASE_URL", "mysql://u:p@h/d", "no_database"),
        ("DATABASE_URL", "postgresql+asyncpg://u:p@h/d", "no_database"),
        ("DATABASE_URL", "http://h/d", "no_database"),
        ("DATABASE_URL", "postgresql://u:p@h:port/d", "no_database"),
        ("DATABASE_URL", "postgresql://u:p@[::1/d", "no_database"),
        ("LISTEN", "8080", "no_address"),
        ("LISTEN", ":8080", "no_address"),
        ("LISTEN", "127.0.0.1", "no_address"),
        ("LISTEN", "127.0.0.1:http", "no_address"),
        ("LISTEN", "127.0.0.1:65536", "no_address"),
        ("LISTEN", "127.0.0.1:-1", "no_address"),
        ("LISTEN", "127.0.0.1:８０", "no_address"),
        ("TIMEZONE", "Hà Nội", "no_timezone"),
        ("TIMEZONE", "../../etc/passwd", "no_timezone"),
        ("TIMEZONE", "/etc/passwd", "no_timezone"),
        ("LANGUAGE", "fr", "no_language"),
        ("TELEGRAM_TOKEN_FILE", "/there/is/no/such/file", "no_file"),
        ("DATABASE_URL_FILE", "/", "no_file"),
    ],
)
def test_bad_value_is_refused_with_its_name_and_reason(name: str, value: str, code: str) -> None:
    with pytest.raises(BadSetting) as refused:
        load(**{name: value})

    assert (refused.value.name, refused.value.code) == (name, code)
    assert value not in str(refused.value)


def test_database_that_was_accepted_has_an_address_that_can_be_opened() -> None:
    for text in ("nhacviec.db", "sqlite:///x.db", "postgres://u:p@h/d", "postgresql://u:p%40ss@h:5432/d"):
        assert database_url(load(DATABASE_URL=text).database_url.reveal()).drivername in (
            "sqlite",
            "postgresql+psycopg",
        )


@pytest.mark.parametrize("name", ["TELEGRAM_TOKEN", "TELEGRAM_PROXY", "DATABASE_URL"])
def test_secret_may_stand_in_a_file(tmp_path: Path, name: str) -> None:
    secret = {"DATABASE_URL": "postgresql://u:p@h/d", "TELEGRAM_PROXY": "http://u:p@h:1"}.get(name, TOKEN)
    file = tmp_path / "secret"
    file.write_text(f"\n  {secret}  \nsecond line\n", encoding="utf-8")

    settings = load(**{f"{name}_FILE": str(file)})

    assert revealed(getattr(settings, name.lower())) == secret


@pytest.mark.parametrize("name", ["TELEGRAM_TOKEN", "TELEGRAM_PROXY", "DATABASE_URL"])
def test_secret_said_twice_is_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / "secret"
    file.write_text("a", encoding="utf-8")

    with pytest.raises(BadSetting) as refused:
        load(**{name: TOKEN, f"{name}_FILE": str(file)})

    assert (refused.value.name, refused.value.code) == (name, "twice")


def test_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(BadSetting) as refused:
        load(TELEGRAM_TOKEN_FILE=str(file))

    assert (refused.value.name, refused.value.code) == ("TELEGRAM_TOKEN_FILE", "no_file")


def test_dot_env_is_read_and_variables_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text(
        f'# ghi chú\nNHACVIEC_TELEGRAM_TOKEN="{TOKEN}"\nNHACVIEC_LANGUAGE=en\nNHACVIEC_TIMEZONE=UTC\n'
        "NHACVIEC_WEBHOOK_URL\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("NHACVIEC_LANGUAGE", "vi")

    settings = load_settings(folder=tmp_path)

    assert revealed(settings.telegram_token) == TOKEN
    assert (settings.language, settings.timezone, settings.webhook_url) == ("vi", "UTC", None)


def test_without_dot_env_the_environment_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NHACVIEC_LANGUAGE", "en")

    assert load_settings(folder=tmp_path).language == "en"


def test_other_variables_are_none_of_our_business() -> None:
    settings = load_settings({"TELEGRAM_TOKEN": TOKEN, "NHACVIEC_UNKNOWN": "x", "LANGUAGE": "en"})

    assert settings == load_settings({})


def test_secrets_are_not_shown_by_mistake() -> None:
    settings = load(
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_PROXY="http://u:pr0xy-pw@127.0.0.1:1",
        DATABASE_URL="postgresql://u:db-pw@h/d",
    )

    for shown in (repr(settings), str(settings), f"{settings.telegram_token}", repr([settings.database_url])):
        assert [secret for secret in (TOKEN, "pr0xy-pw", "db-pw") if secret in shown] == []


def test_secrets_are_known_to_the_logs() -> None:
    settings = load(
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_PROXY="http://u:pr0xy-pw@127.0.0.1:1",
        DATABASE_URL="postgresql://u:db%40pw@h/d",
    )

    assert {TOKEN, "pr0xy-pw", "db%40pw", "db@pw"} <= set(settings.secrets)


def test_settings_cannot_be_changed_in_passing() -> None:
    with pytest.raises(AttributeError):
        load().language = "en"  # type: ignore[misc]  # that it is refused is the point
