"""Tests here take the time into their hands: the live bot runs on a pretend clock."""

from tests.wire.pretend_time import loop_factories

pytest_asyncio_loop_factories = loop_factories
