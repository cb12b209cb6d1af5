"""Bad days on order: calls that fail, hang or lose their answer."""

from collections import deque
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from simulator.parameters import Params, integer
from simulator.refusals import Refusal, too_many_requests

ANY = "*"


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to one call.

    `refusal`: not carried out, answered so. `drop` "before": not carried out, the connection breaks;
    "after": carried out, and the connection breaks before the answer, so that the bot cannot know.
    With neither the call is carried out and only its answer is late. `delay` is in real seconds,
    before the answer or the break. `chat`: calls to this chat alone.
    """

    refusal: Refusal | None = None
    drop: Literal["before", "after"] | None = None
    delay: float = 0.0
    chat: int | None = None


class Faults:
    """Faults per method, each used up once, in the order in which they were added."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Fault]] = {}

    def add(
        self,
        method: str,
        *,
        times: int = 1,
        status: int | None = None,
        description: str | None = None,
        retry_after: int | None = None,
        drop: Literal["before", "after"] | None = None,
        delay: float = 0.0,
        chat: int | None = None,
    ) -> None:
        """Spoil the next `times` calls of a method ("*": of any method)."""
        refusal = None
        if retry_after is not None:
            refusal = too_many_requests(retry_after)
        elif status is not None:
            refusal = Refusal(status, description or HTTPStatus(status).phrase)
        fault = Fault(refusal=refusal, drop=drop, delay=delay, chat=chat)
        self._waiting.setdefault(method.lower(), deque()).extend([fault] * times)

    def take(self, method: str, params: Params) -> Fault | None:
        """The fault for this call, if one waits."""
        if not self._waiting:
            return None
        for name in (method.lower(), ANY):
            waiting = self._waiting.get(name, deque())
            for fault in waiting:
                if fault.chat is None or fault.chat == integer(params, "chat_id"):
                    waiting.remove(fault)
                    if not waiting:
                        del self._waiting[name]
                    return fault
        return None

    def clear(self) -> None:
        self._waiting.clear()

    def __len__(self) -> int:
        """How many faults still wait."""
        return sum(map(len, self._waiting.values()))
