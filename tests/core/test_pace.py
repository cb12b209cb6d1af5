"""How fast we may speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.pace import Bucket


def test_burst_goes_at_once_and_then_one_after_another() -> None:
    bucket = Bucket(rate=0.5, burst=3)

    assert [bucket.wait(100.0) for _ in range(5)] == [0.0, 0.0, 0.0, 2.0, 2.0]


def test_waiting_as_long_as_it_says_gets_through() -> None:
    bucket = Bucket(rate=0.5, burst=1)
    bucket.wait(100.0)

    assert bucket.wait(101.0) == 1.0
    assert bucket.wait(102.0) == 0.0


def test_being_told_to_wait_takes_nothing() -> None:
    bucket = Bucket(rate=0.5, burst=1)
    bucket.wait(100.0)

    for _ in range(10):
        bucket.wait(100.0)

    assert bucket.wait(102.0) == 0.0


def test_rest_refills_up_to_the_burst() -> None:
    bucket = Bucket(rate=1.0, burst=2)
    bucket.wait(100.0)
    bucket.wait(100.0)

    assert [bucket.wait(10_000.0) for _ in range(3)] == [0.0, 0.0, 1.0]


def test_nothing_goes_while_the_messenger_wants_silence() -> None:
    bucket = Bucket(rate=2.0, burst=5)

    bucket.pause(100.0, seconds=8.0)

    assert bucket.wait(100.0) == 8.0
    assert bucket.wait(107.0) == 1.0
    assert [bucket.wait(108.0) for _ in range(2)] == [0.0, 0.5]  # and no burst behind it


def test_whoever_waits_pays_for_whoever_did_not() -> None:
    bucket = Bucket(rate=2.0, burst=1)
    bucket.wait(100.0)

    bucket.borrow()
    bucket.borrow()

    assert bucket.wait(100.0) == 1.5
    assert bucket.wait(101.5) == 0.0


def test_nobody_pays_for_more_than_a_second() -> None:
    bucket = Bucket(rate=2.0, burst=1)
    for _ in range(1_000):
        bucket.borrow()

    assert bucket.wait(0.0) == 1.5


def test_longer_silence_counts_from_when_it_was_asked_for() -> None:
    bucket = Bucket(rate=1.0, burst=1)
    bucket.pause(100.0, seconds=5.0)

    bucket.pause(103.0, seconds=5.0)

    assert bucket.wait(107.0) == 1.0
    assert bucket.wait(108.0) == 0.0


def test_bucket_is_full_when_a_new_one_would_be_the_same() -> None:
    bucket = Bucket(rate=0.5, burst=2)
    assert bucket.is_full(100.0) is True

    bucket.wait(100.0)

    assert bucket.is_full(101.0) is False
    assert bucket.is_full(102.0) is True


@given(
    rate=st.sampled_from([0.25, 1 / 3, 1.0, 25.0, 30.0]),
    burst=st.integers(1, 20),
    pauses=st.lists(st.floats(0, 5), min_size=1, max_size=80),
)
@pytest.mark.parametrize("horizon", [1.0, 10.0])
def test_never_more_than_the_burst_and_the_rate_in_any_stretch_of_time(
    rate: float, burst: int, pauses: list[float], horizon: float
) -> None:
    bucket = Bucket(rate=rate, burst=burst)
    at, went = 50.0, []
    for pause in pauses:
        at += pause
        if bucket.wait(at) == 0.0:
            went.append(at)

    for start in went:
        within = [moment for moment in went if start <= moment <= start + horizon]
        assert len(within) <= burst + rate * horizon + 1e-6


@given(
    rate=st.sampled_from([0.25, 1 / 3, 1.0, 25.0, 30.0]),
    before=st.lists(st.floats(0, 5), max_size=30),
)
def test_nobody_waits_longer_than_for_one_message(rate: float, before: list[float]) -> None:
    bucket = Bucket(rate=rate, burst=3)
    at = 50.0
    for pause in before:
        at += pause
        bucket.wait(at)

    seconds = bucket.wait(at)

    assert 0.0 <= seconds <= 1 / rate
    assert seconds == 0.0 or bucket.wait(at + seconds + 1e-6) == 0.0


@given(at=st.floats(0, 4e9), rate=st.sampled_from([0.05, 1.0, 20 / 60, 29.0, 30.0]), sent=st.integers(1, 60))
def test_nobody_waits_for_ever_whatever_the_clock_counts_from(at: float, rate: float, sent: int) -> None:
    bucket = Bucket(rate=rate, burst=1)

    for _ in range(sent):
        if (seconds := bucket.wait(at)) > 0:
            at += seconds
            assert bucket.wait(at) == 0.0
