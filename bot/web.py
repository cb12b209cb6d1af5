"""The small web server: updates that the messengers bring, and our health."""

import hmac
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from aiohttp import web

from bot.core.channel import Channel, Raw

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a name, not a secret
LARGEST_UPDATE = 1_000_000

Health = Callable[[], Awaitable[dict[str, object]]]


Accept = Callable[[str, Sequence[Raw]], Awaitable[None]]


class WebServer:
    """Serves `/healthz`, and for each channel of `hooks` a path of its name, where updates come with a secret that
    the messenger and we share."""

    def __init__(
        self,
        address: tuple[str, int],
        *,
        health: Health,
        accept: Accept,
        hooks: Mapping[str, tuple[Channel, str]],
    ) -> None:
        self._host, self._port = address
        self._health = health
        self._accept = accept
        application = web.Application(client_max_size=LARGEST_UPDATE)
        application.router.add_get("/healthz", self._show_health)
        for name, (channel, secret) in hooks.items():
            application.router.add_post(f"/{name}", partial(self._take_update, channel, secret))
        self._runner = web.AppRunner(application, access_log=None)

    async def start(self) -> None:
        """Begin to serve. Raises OSError if the address is taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()

    async def stop(self) -> None:
        """Finish what is being served."""
        await self._runner.cleanup()

    async def _show_health(self, _request: web.Request) -> web.Response:
        health = await self._health()
        return web.json_response(health, status=200 if health["ok"] else 503)

    async def _take_update(self, channel: Channel, secret: str, request: web.Request) -> web.Response:
        """200 only when the update is durable: anything else, and the messenger brings it again."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), secret.encode()):
            return web.Response(status=403)
        try:
            raw = channel.raw(await request.read())
        except ValueError:
            log.warning("web.not_an_update", extra={"channel": channel.name})
            return web.Response(status=400)
        await self._accept(channel.name, [raw])
        return web.Response()
