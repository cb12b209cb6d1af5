"""A bot as a process of its own, watched from outside. Linux only: it reads /proc."""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

CHECKOUT = Path(__file__).resolve().parents[1]
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 20.0
"""Seconds that a bot gets to end in order."""


class Died(Exception):  # noqa: N818 - an event, not a fault of the bench
    """The bot ended by itself. The message is what it wrote last."""


class BotProcess:
    """A running bot. `log` is the file that it writes to."""

    def __init__(self, process: Process, log: Path) -> None:
        self._process = process
        self._log = log

    @classmethod
    async def start(
        cls, arguments: Sequence[str], *, environment: Mapping[str, str], folder: Path, cores: set[int] | None
    ) -> Self:
        """Start `python <arguments>` in a folder, on those cores (None: on any)."""
        log = folder / "bot.log"
        # Python's own switches stay outside: one of them, say, makes it compile every module anew at each start.
        ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        with log.open("ab") as output:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *arguments,
                cwd=folder,
                env={**ours, "PYTHONPATH": str(CHECKOUT), **environment},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        if cores is not None:
            os.sched_setaffinity(process.pid, cores)  # the threads that it starts later inherit it
        return cls(process, log)

    def check(self) -> None:
        """Raises Died if the bot has ended."""
        if self._process.returncode is not None:
            last = self._log.read_text(encoding="utf-8", errors="replace")[-2000:]
            raise Died(f"the bot ended with {self._process.returncode}:\n{last}")

    def cpu_seconds(self) -> float:
        """Processor time since the start, in user and system mode, all threads."""
        # The name of the program, in brackets, may hold spaces: count from behind it.
        fields = self._proc("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def peak_mib(self) -> float:
        """The most memory that was ever resident."""
        line = next(line for line in self._proc("status").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024

    def kill(self) -> None:
        """`kill -9`, now."""
        self._process.kill()

    async def ended(self) -> None:
        """Wait until it is gone."""
        await self._process.wait()

    async def stop(self) -> None:
        """End it in order; by force if it does not want to."""
        if self._process.returncode is None:
            self._process.terminate()
            try:
                await asyncio.wait_for(self._process.wait(), PATIENCE)
            except TimeoutError:
                self._process.kill()
                await self._process.wait()

    def _proc(self, name: str) -> str:
        self.check()
        return Path(f"/proc/{self._process.pid}/{name}").read_text(encoding="utf-8")
