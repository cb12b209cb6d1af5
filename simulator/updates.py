"""What waits for the bot: the queue of updates, and the long poll that empties it."""

import asyncio
import json
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from simulator import refusals
from simulator.limits import Limits
from simulator.refusals import Refusal, RefusedError

KINDS = frozenset(
    [
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "managed_bot",
        "guest_message",
    ]
)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
DEFAULT_KINDS = KINDS - NOT_BY_DEFAULT


@dataclass(frozen=True, slots=True)
class Update:
    """An update, written once. Updates of one `lane` are delivered to a webhook one after the other.

    `expires` is in seconds of the clock `dated` says: the calendar (`now`) for messages, which
    Telegram keeps for a day after their date, real time (`pace`) for presses.
    """

    id: int
    kind: str
    encoded: bytes
    lane: int
    expires: float
    dated: bool


class Updates:
    """Updates not yet confirmed, oldest first.

    `seconds` is the calendar as Unix time, `pace` real seconds. `on_put` is told of every update that
    goes into the queue (the webhook listens there).
    """

    def __init__(self, limits: Limits, *, seconds: Callable[[], float], pace: Callable[[], float]) -> None:
        self._limits = limits
        self._seconds = seconds
        self._pace = pace
        self._pending: OrderedDict[int, Update] = OrderedDict()
        self._again: list[Update] = []
        self._next = 1
        self._allowed = DEFAULT_KINDS
        self._poll: asyncio.Future[None] | None = None
        self.on_put: Callable[[Update], None] | None = None
        self.last: Update | None = None

    # what the world puts in

    def put(self, kind: str, body: dict[str, Any], *, lane: int, press: bool = False) -> Update | None:
        """Queue an update of this kind, or drop it (None) if the bot did not ask for the kind.

        The id is spent on delivered updates only, as at Telegram.
        """
        if kind not in self._allowed:
            return None
        limits = self._limits
        update = Update(
            id=self._next,
            kind=kind,
            encoded=f'{{"update_id":{self._next},"{kind}":{json.dumps(body)}}}'.encode(),
            lane=lane,
            expires=(
                self._pace() + limits.press_kept_seconds
                if press
                else self._seconds() + limits.update_kept_seconds
            ),
            dated=not press,
        )
        self._next += 1
        self.last = update
        self._pending[update.id] = update
        self._announce(update)
        return update

    def repeat(self, update: Update) -> None:
        """Deliver an update once more under its old id, confirmed or not (as after a lost answer)."""
        if update.id not in self._pending:
            self._again.append(update)
        self._announce(update)

    # what the bot takes out

    async def poll(self, *, offset: int, limit: int, seconds: float) -> list[Update]:
        """getUpdates: confirm everything before `offset`, then wait for up to `limit` updates.

        A negative offset keeps that many of the newest and forgets the rest; one that is far in the
        future is ignored. A poll that has to wait ends the one that is waiting already.
        """
        self._confirm(offset)
        taken = self._take(limit)
        if taken or seconds <= 0:
            return taken
        self.end_poll(refusals.CONFLICT_POLL)
        poll = self._poll = asyncio.get_running_loop().create_future()
        alarm = poll.get_loop().call_later(seconds, _finish, poll)
        try:
            await poll
        finally:
            alarm.cancel()
            if self._poll is poll:
                self._poll = None
        return self._take(limit)

    def end_poll(self, refusal: Refusal | None = None) -> None:
        """End the waiting poll, if any: with a refusal, or with what there is."""
        poll, self._poll = self._poll, None
        if poll is None or poll.done():
            return
        if refusal is None:
            poll.set_result(None)
        else:
            poll.set_exception(RefusedError(refusal))

    def forget(self, update: Update) -> None:
        """An update was delivered to the webhook, or is too old."""
        self._pending.pop(update.id, None)

    def clear(self) -> None:
        self._pending.clear()
        self._again.clear()

    def is_expired(self, update: Update) -> bool:
        return update.expires < (self._seconds() if update.dated else self._pace())

    @property
    def pending(self) -> tuple[Update, ...]:
        return tuple(self._pending.values())

    def __len__(self) -> int:
        return len(self._pending)

    @property
    def allowed(self) -> frozenset[str]:
        return self._allowed

    def allow(self, kinds: Iterable[Any] | None) -> None:
        """Sticky: None leaves the setting as it is; an empty list brings the default back.

        What is queued already is still delivered, as at Telegram.
        """
        if kinds is None:
            return
        named = frozenset(kind.lower() for kind in kinds if isinstance(kind, str)) & KINDS
        self._allowed = named or DEFAULT_KINDS

    def _announce(self, update: Update) -> None:
        if self.on_put is not None:
            self.on_put(update)
        elif self._poll is not None and not self._poll.done():
            # Telegram gathers for a millisecond before it answers, so that a burst travels together.
            poll = self._poll
            poll.get_loop().call_later(self._limits.poll_gather_seconds, _finish, poll)

    def _confirm(self, offset: int) -> None:
        pending = self._pending
        if offset < 0:
            while len(pending) > -offset:
                pending.popitem(last=False)
        elif offset < self._next + 10:
            while pending and next(iter(pending)) < offset:
                pending.popitem(last=False)

    def _take(self, limit: int) -> list[Update]:
        again, self._again = self._again[:limit], self._again[limit:]
        while self._pending and self.is_expired(next(iter(self._pending.values()))):
            self._pending.popitem(last=False)
        fresh = islice(self._pending.values(), limit - len(again))
        return again + [update for update in fresh if not self.is_expired(update)]


def _finish(poll: asyncio.Future[None]) -> None:
    if not poll.done():
        poll.set_result(None)
