"""The bell that wakes whoever waits for a chat to change."""

import asyncio

from simulator.bell import Bell


async def test_ring_wakes_everybody_who_waits() -> None:
    bell = Bell()
    waiting = [asyncio.create_task(bell.wait()) for _ in range(3)]
    await asyncio.sleep(0)

    bell.ring()

    woken, asleep = await asyncio.wait(waiting, timeout=1)
    assert (len(woken), len(asleep)) == (3, 0)


async def test_ring_that_nobody_hears_is_not_kept() -> None:
    bell = Bell()
    bell.ring()

    assert await bell.until(lambda: False, seconds=0.01) is False


async def test_waiting_goes_on_until_it_is_so() -> None:
    bell, heard = Bell(), [0]
    waiting = asyncio.create_task(bell.until(lambda: heard[0] == 2, seconds=5))
    await asyncio.sleep(0)

    for _ in range(2):
        heard[0] += 1
        bell.ring()
        await asyncio.sleep(0)

    assert await waiting is True


async def test_whoever_gave_up_is_forgotten() -> None:
    bell = Bell()
    waiting = asyncio.create_task(bell.wait())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)

    bell.ring()

    assert bell._waiting == []
