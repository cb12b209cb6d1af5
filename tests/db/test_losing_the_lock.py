"""PostgreSQL's lock lives in one connection: what becomes of it when the connection or the whole server is lost."""

from collections.abc import Iterator

import pytest

from bot.db.locks import AnotherProcess, SingleProcess
from bot.db.session import Database, DatabaseFault
from tests.postgres import Cluster, NoServer

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A server of our own, since it is to fall."""
    try:
        server = Cluster()
    except NoServer as reason:
        pytest.skip(f"no PostgreSQL server: {reason}")
    yield server
    server.stop()


@pytest.fixture
def url(cluster: Cluster) -> str:
    return cluster.database()


@pytest.fixture
def ours(url: str) -> Iterator[SingleProcess]:
    """The running bot's place."""
    single = SingleProcess(Database(url))
    single.claim()
    yield single
    single.release()


@pytest.fixture
def theirs(url: str) -> Iterator[SingleProcess]:
    """That of a second bot, started by mistake."""
    single = SingleProcess(Database(url))
    yield single
    single.release()


def test_lock_that_was_lost_with_its_connection_is_taken_again(
    cluster: Cluster, url: str, ours: SingleProcess, theirs: SingleProcess
) -> None:
    cluster.disconnect(url)

    ours.hold()

    with pytest.raises(AnotherProcess):
        theirs.claim()


def test_whoever_was_slower_after_the_loss_must_stop(
    cluster: Cluster, url: str, ours: SingleProcess, theirs: SingleProcess
) -> None:
    cluster.disconnect(url)
    theirs.claim()

    with pytest.raises(AnotherProcess):
        ours.hold()


def test_server_that_stays_away_for_many_looks_is_waited_for(
    cluster: Cluster, ours: SingleProcess, theirs: SingleProcess
) -> None:
    cluster.halt()
    for _ in range(3):
        with pytest.raises(DatabaseFault):
            ours.hold()
    cluster.resume()

    ours.hold()

    with pytest.raises(AnotherProcess):
        theirs.claim()


def test_place_that_was_given_up_is_not_taken_again(ours: SingleProcess, theirs: SingleProcess) -> None:
    ours.release()

    ours.hold()

    theirs.claim()
    with pytest.raises(AnotherProcess):
        ours.claim()
