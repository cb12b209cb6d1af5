"""The other way to the bot: Telegram posts each update to an address."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp

from simulator.limits import Limits
from simulator.updates import Update, Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header, not a secret
POST_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Target:
    """Where to post, and how many updates at once."""

    url: str
    secret: str = ""
    connections: int = 40


class Webhook:
    """Posts updates until each is accepted with a 2xx.

    As in the published Bot API server: updates of one chat go one after the other, those of different
    chats in parallel up to `connections`; a failure is retried at once, then after 2, 4, 8 ... units up
    to the longest, or after what `Retry-After` says; a day later the update is given up.
    """

    def __init__(
        self, target: Target, updates: Updates, limits: Limits, *, seconds: Callable[[], float]
    ) -> None:
        self.target = target
        self.failed_at: int | None = None
        self.failure = ""
        self._updates = updates
        self._limits = limits
        self._seconds = seconds
        self._lanes: dict[int, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(target.connections)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=target.connections),
            timeout=aiohttp.ClientTimeout(total=POST_SECONDS),
        )

    def start(self) -> None:
        self._updates.on_put = self.push
        for update in self._updates.pending:
            self.push(update)

    async def stop(self) -> None:
        self._updates.on_put = None
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()

    def push(self, update: Update) -> None:
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque([update])
        task = asyncio.create_task(self._drain(update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def info(self) -> dict[str, Any]:
        """What getWebhookInfo says of the address itself."""
        value: dict[str, Any] = {
            "url": self.target.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
            "max_connections": self.target.connections,
            "ip_address": "127.0.0.1",
        }
        if self.failed_at is not None:
            value["last_error_date"] = self.failed_at
            value["last_error_message"] = self.failure
        return value

    async def _drain(self, lane: int) -> None:
        queue = self._lanes[lane]
        while queue:
            await self._deliver(queue[0])
            queue.popleft()
        del self._lanes[lane]

    async def _deliver(self, update: Update) -> None:
        """Post until accepted or too old."""
        failures = 0
        while not self._updates.is_expired(update):
            async with self._slots:
                failure, retry_after = await self._post(update)
            if failure is None:
                break
            self.failed_at, self.failure = int(self._seconds()), failure
            await asyncio.sleep(self._pause(failures, retry_after))
            failures += 1
        self._updates.forget(update)

    def _pause(self, failures: int, retry_after: float) -> float:
        if retry_after:
            return retry_after
        if failures == 0:
            return 0.0
        limits = self._limits
        return min(limits.webhook_retry_seconds * 2.0**failures, limits.webhook_retry_longest)

    async def _post(self, update: Update) -> tuple[str | None, float]:
        """What went wrong (None: nothing), and how long the receiver asks us to wait."""
        headers = {"Content-Type": "application/json"}
        if self.target.secret:
            headers[SECRET_HEADER] = self.target.secret
        try:
            async with self._session.post(self.target.url, data=update.encoded, headers=headers) as response:
                await response.read()
                if response.ok:
                    return None, 0.0
                retry_after = 0.0
                with contextlib.suppress(ValueError):
                    retry_after = float(response.headers.get("Retry-After", ""))
                return f"Wrong response from the webhook: {response.status} {response.reason}", retry_after
        except TimeoutError:
            return "Read timeout expired", 0.0
        except aiohttp.ClientConnectorError:
            return "Connection refused", 0.0
        except aiohttp.ClientError:
            return "Webhook connection closed", 0.0
