"""Bots that can be killed by the hundred: a process that has imported everything forks one for each line it reads.

Each line of standard input is JSON with the settings and the pretend instant; the answer is the bot's process id.
"""

import asyncio
import json
import os
import signal
import sys
from datetime import datetime

from bot.app import App
from bot.settings import load_settings


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # dead bots are reaped at once
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _be_a_bot(order)
        print(pid, flush=True)


def _be_a_bot(order: dict[str, str]) -> None:
    at = datetime.fromisoformat(order.pop("now"))
    try:
        asyncio.run(_run(order, at))
    finally:
        os._exit(1)  # a bot is only ever killed; if it ends by itself, something is wrong


async def _run(environment: dict[str, str], at: datetime) -> None:
    async with App(load_settings(environment), now=lambda: at) as app:
        await app.run()


if __name__ == "__main__":
    main()
