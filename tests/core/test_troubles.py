"""What an operator must hear of."""

from datetime import UTC, datetime, timedelta

from bot.core.troubles import Pulse, Trouble, troubles

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
FINE = {"reminders": (NOW - timedelta(minutes=1), 60), "periods": (NOW - timedelta(minutes=59), 3600)}


def ago(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


def test_a_quiet_installation_has_no_trouble() -> None:
    assert troubles(Pulse(NOW, None, None, None, FINE, {})) == ()


def test_what_waits_a_little_is_no_trouble() -> None:
    assert troubles(Pulse(NOW, ago(4), ago(4), ago(29), FINE, {"telegram": ago(4)})) == ()


def test_each_trouble_says_what_it_is_about_and_since_when() -> None:
    rings = {"reminders": (ago(7), 60), "periods": (ago(64), 3600)}

    found = troubles(Pulse(NOW, ago(6), ago(8), ago(2), rings, {"telegram": ago(9)}))

    assert found == (
        Trouble("channel_away", "telegram", ago(9)),
        Trouble("bell_silent", "reminders", ago(7)),
        Trouble("update_waits", "", ago(6)),
        Trouble("message_waits", "", ago(8)),
    )


def test_wave_of_messages_may_take_longer_than_an_answer() -> None:
    assert troubles(Pulse(NOW, None, None, ago(31), FINE, {})) == (Trouble("message_waits", "", ago(31)),)


def test_bell_that_rang_in_what_is_still_to_come_is_silent() -> None:
    """The clock was set back, and nobody has rung since."""
    rings = {"reminders": (ago(-7), 60), "periods": (ago(-66), 3600), "digests": (ago(-5), 60)}

    found = troubles(Pulse(NOW, None, None, None, rings, {}))

    assert found == (Trouble("bell_silent", "periods", NOW), Trouble("bell_silent", "reminders", NOW))


def test_message_of_a_clock_that_was_ahead_is_not_old() -> None:
    assert troubles(Pulse(NOW, None, ago(-600), ago(-600), FINE, {})) == ()
