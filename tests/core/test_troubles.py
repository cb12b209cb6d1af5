"""What an operator must hear of."""

from datetime import UTC, datetime, timedelta

from bot.core.troubles import Pulse, Trouble, troubles

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
FINE = {"reminders": (NOW - timedelta(minutes=1), 60), "periods": (NOW - timedelta(minutes=59), 3600)}


def ago(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


def test_a_quiet_installation_has_no_trouble() -> None:
    assert troubles(Pulse(NOW, None, None, FINE, {})) == ()


def test_what_waits_a_little_is_no_trouble() -> None:
    assert troubles(Pulse(NOW, ago(4), ago(4), FINE, {"telegram": ago(4)})) == ()


def test_each_trouble_says_what_it_is_about_and_since_when() -> None:
    rings = {"reminders": (ago(7), 60), "periods": (ago(64), 3600)}

    found = troubles(Pulse(NOW, ago(6), ago(8), rings, {"telegram": ago(9)}))

    assert found == (
        Trouble("channel_away", "telegram", ago(9)),
        Trouble("bell_silent", "reminders", ago(7)),
        Trouble("update_waits", "", ago(6)),
        Trouble("message_waits", "", ago(8)),
    )
