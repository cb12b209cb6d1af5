"""The token stands in the address of every call. It must not stand in a log, a `repr` or the text of an exception."""

import asyncio
import io
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
from telegram import Bot

from bot.channels.telegram import Telegram
from bot.core.channel import ChannelRefused, DeliveryError
from bot.core.messages import Address, Choice, Reply
from bot.logs import NOISY, set_up_logs
from bot.settings import load_settings
from locales.phrases.general import menus
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.wire.telegram.listening import TOKEN, Listener

SECRET = TOKEN.partition(":")[2]
HELLO = Reply("Chào", (Choice("Có", "f:1"),))
FAULTS: list[dict[str, Any]] = [
    {"drop": "before"},
    {"drop": "after"},
    {"status": 400, "description": "Bad Request: chat not found"},
    {"status": 401, "description": "Unauthorized"},
    {"status": 403, "description": "Forbidden: bot was blocked by the user"},
    {"status": 404, "description": "Not Found"},
    {"status": 409, "description": "Conflict"},
    {"status": 413, "description": "Request Entity Too Large"},
    {"retry_after": 1},
    {"status": 500},
    {"status": 502},
]


class Seen:
    """What was logged, with all tracebacks, and what exceptions and `repr` said."""

    def __init__(self) -> None:
        self._log = io.StringIO()
        self.handler = logging.StreamHandler(self._log)
        self.handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s %(args)s"))
        self._said: list[str] = []

    def note(self, *things: object) -> None:
        for thing in things:
            self._said += [str(thing), repr(thing)]
            if isinstance(thing, BaseException):
                self._said += traceback.format_exception(thing)

    @property
    def text(self) -> str:
        return "\n".join([self._log.getvalue(), *self._said])


@pytest.fixture
def logs_as_they_were() -> Iterator[None]:
    """Whatever a test does to the logs is undone."""
    loggers = [logging.getLogger(), *map(logging.getLogger, NOISY)]
    levels = [logger.level for logger in loggers]
    handlers = list(logging.getLogger().handlers)
    yield
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)
    logging.getLogger().handlers[:] = handlers


@pytest.fixture
async def seen(logs_as_they_were: None) -> AsyncIterator[Seen]:
    """Logs as the bot sets them up, of everything down to DEBUG; but nothing is taken out of them, so that what is
    clean is clean by itself."""
    set_up_logs((), level=logging.DEBUG)
    seen = Seen()
    logging.getLogger().addHandler(seen.handler)
    asyncio.get_running_loop().set_debug(True)
    yield seen
    asyncio.get_running_loop().set_debug(False)


async def attempt(seen: Seen, call: Callable[[], Awaitable[object]]) -> None:
    try:
        seen.note(await call())
    except (DeliveryError, ChannelRefused) as error:
        seen.note(error)


async def test_what_is_looked_at_would_show_a_leak(pretend: PretendTelegram, seen: Seen) -> None:
    """python-telegram-bot does show the token, where it is let: in its own chatter and in its `Bot`."""
    logging.getLogger("telegram").setLevel(logging.DEBUG)

    bot = Bot(TOKEN, base_url=f"{pretend.base_url}/bot")
    chatter = seen.text
    seen.note(bot)

    assert SECRET in chatter
    assert SECRET in seen.text.removeprefix(chatter)


async def test_last_net_catches_even_that(
    pretend: PretendTelegram, logs_as_they_were: None, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs((TOKEN,), level=logging.DEBUG)
    logging.getLogger("telegram").setLevel(logging.DEBUG)

    Bot(TOKEN, base_url=f"{pretend.base_url}/bot")
    logging.getLogger("bot").error("about %s", TOKEN, exc_info=ValueError(TOKEN), extra={"also": TOKEN})

    logged = capsys.readouterr().err
    assert logged.count("***") >= 4
    assert SECRET not in logged


@pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize("fault", FAULTS, ids=str)
async def test_no_failing_call_shows_it(
    pretend: PretendTelegram, officer: Phone, channel: Telegram, seen: Seen, fault: dict[str, Any]
) -> None:
    await officer.start()
    address = Address("telegram", str(officer.id))
    pretend.faults.add("*", times=8, **fault)

    await attempt(seen, lambda: channel.deliver(address, HELLO, press="4711"))
    await attempt(seen, lambda: channel.offer(menus()))
    await attempt(seen, lambda: channel.call_back("http://127.0.0.1:9/telegram", secret="s" * 64))
    fresh = Telegram(TOKEN, api=pretend.base_url)
    pretend.faults.clear()
    pretend.faults.add("getMe", **fault)
    await attempt(seen, fresh.open)
    await fresh.close()
    seen.note(channel, fresh)

    assert pretend.bot_calls.calls.total() >= 4
    assert SECRET not in seen.text


@pytest.mark.usefixtures("quick_retries")
@pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")
async def test_no_failing_poll_shows_it(
    pretend: PretendTelegram, officer: Phone, listener: Listener, seen: Seen
) -> None:
    for fault in FAULTS:
        pretend.faults.add("getUpdates", **fault)
    pretend.faults.add("deleteWebhook", status=500)
    polling = listener.start()
    pretend.poison(officer)
    (raw,) = await listener.until(1)
    with pytest.raises(ValueError, match="cannot be parsed") as unreadable:
        listener.channel.read(raw.body)
    seen.note(unreadable.value, polling)
    await listener.stop()

    assert len(pretend.faults) == 0
    assert "telegram.cannot_poll" in seen.text
    assert SECRET not in seen.text


@pytest.mark.parametrize(
    "api",
    [
        "http://127.0.0.1:9",
        "https://127.0.0.1:9",
        "http://khong-co.invalid",
        "http://a b.invalid",
        "http://" + "a" * 300 + ".vn",
        "ftp://127.0.0.1",
        "http://127.0.0.1:99999",
        "http://[::1",
        "",
    ],
)
async def test_no_address_that_cannot_be_reached_shows_it(seen: Seen, api: str) -> None:
    channel = Telegram(TOKEN, api=api)

    await attempt(seen, channel.open)
    await attempt(seen, lambda: channel.deliver(Address("telegram", "7"), HELLO, press=None))
    await channel.close()

    assert "Error" in seen.text
    assert SECRET not in seen.text


@pytest.mark.parametrize("proxy", ["http://user:pa55word@127.0.0.1:9", "socks5://127.0.0.1:9", "nonsense"])
async def test_no_proxy_shows_it(pretend: PretendTelegram, seen: Seen, proxy: str) -> None:
    channel = Telegram(TOKEN, api=pretend.base_url, proxy=proxy)

    await attempt(seen, channel.open)
    await channel.close()

    assert "Error" in seen.text
    assert SECRET not in seen.text
    assert "pa55word" not in seen.text


async def test_settings_do_not_show_it(seen: Seen) -> None:
    settings = load_settings(
        {
            "NHACVIEC_TELEGRAM_TOKEN": TOKEN,
            "NHACVIEC_DATABASE_URL": f"postgresql://u:{SECRET}@h/d",
            "NHACVIEC_TELEGRAM_PROXY": f"http://u:{SECRET}@p:1",
        }
    )

    seen.note(settings, settings.telegram_token, settings.database_url, settings.telegram_proxy)

    assert settings.telegram_token is not None
    assert settings.telegram_token.reveal() == TOKEN
    assert SECRET not in seen.text
