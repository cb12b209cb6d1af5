"""`python -m bench.bot_at INSTANT`: the bot as it runs; its clock begins at that instant and goes on as clocks do. What
else it needs is in the environment, as for `nhacviec run`."""

import asyncio
import contextlib
import os
import signal
import sys
import time
from datetime import datetime, timedelta

from bot.app import App
from bot.settings import load_settings


async def _run(begins_at: datetime) -> None:
    started_at = time.monotonic()
    async with App(
        load_settings(os.environ), now=lambda: begins_at + timedelta(seconds=time.monotonic() - started_at)
    ) as app:
        running = asyncio.get_running_loop().create_task(app.run())
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, running.cancel)
        with contextlib.suppress(asyncio.CancelledError):
            await running


if __name__ == "__main__":
    asyncio.run(_run(datetime.fromisoformat(sys.argv[1])))
