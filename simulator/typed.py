"""What is typed at the terminal, or piped into it, and which button it means."""

import asyncio
import contextlib
import sys
import threading
from collections.abc import AsyncIterator


async def typed_lines() -> AsyncIterator[str]:
    """Standard input line by line, read in a thread that does not keep the program from ending."""
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        with contextlib.suppress(RuntimeError):  # the loop is gone: nobody listens any more
            for line in sys.stdin:
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=read, daemon=True).start()
    while (line := await lines.get()) is not None:
        yield line


def choose(wanted: str, labels: list[str]) -> int | None:
    """The number (from 1) of the button meant; None if it is none, or could be several."""
    if wanted.isdigit():
        return int(wanted) if 1 <= int(wanted) <= len(labels) else None
    exact = [n for n, label in enumerate(labels, 1) if label.casefold() == wanted.casefold()]
    close = exact or [
        n for n, label in enumerate(labels, 1) if wanted and wanted.casefold() in label.casefold()
    ]
    return close[0] if len(close) == 1 else None
