"""How fast a bot may write before it is told to wait."""

import math
from collections import deque
from collections.abc import Callable

from simulator import refusals
from simulator.limits import Limits
from simulator.refusals import RefusedError

MINUTE = 60.0


class Floods:
    """Three limits on messages: one chat per second, one group per minute, all chats per second.

    Those per second are buckets which refill steadily and tolerate a short burst; the one per minute
    is a window. A refused message is not counted. Time is `pace()`, in real seconds, so that a
    pretend calendar does not change how fast one may write.
    """

    def __init__(self, limits: Limits, pace: Callable[[], float]) -> None:
        self._limits = limits
        self._pace = pace
        self._chats: dict[int, float] = {}  # when the chat's bucket will be full again
        self._groups: dict[int, deque[float]] = {}
        self._overall = 0.0

    def admit(self, chat: int, *, group: bool, edit: bool = False) -> None:
        """Count a message (or the edit of one) to a chat, or raise `RefusedError` with `retry_after`.

        Edits count for groups only: bot authors report some 20 a minute there and no limit elsewhere.
        """
        limits = self._limits
        if not limits.floods or (edit and not group):
            return
        now = self._pace()
        waits = [self._group_wait(chat, now)] if group else []
        if not edit:
            every, burst = 1 / limits.chat_per_second, limits.chat_burst
            overall_every, overall_burst = 1 / limits.overall_per_second, limits.overall_burst
            full = max(self._chats.get(chat, now), now) + every
            overall_full = max(self._overall, now) + overall_every
            waits += [full - now - every * burst, overall_full - now - overall_every * overall_burst]
        longest = max(waits)
        if longest > 1e-9:
            raise RefusedError(refusals.too_many_requests(max(1, math.ceil(longest - 1e-9))))
        if group:
            self._groups[chat].append(now)
        if not edit:
            self._chats[chat] = full
            self._overall = overall_full

    def _group_wait(self, chat: int, now: float) -> float:
        times = self._groups.setdefault(chat, deque())
        while times and times[0] <= now - MINUTE:
            times.popleft()
        if len(times) < self._limits.group_per_minute:
            return 0.0
        return times[0] + MINUTE - now
