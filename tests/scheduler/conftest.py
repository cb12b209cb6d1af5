"""Tests here take the time into their hands, the clock on the wall and the one that only goes on."""

from tests.wire.pretend_time import loop_factories

pytest_asyncio_loop_factories = loop_factories
