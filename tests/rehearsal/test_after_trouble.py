"""After any trouble: no message twice, none missing, none at rest time."""

from collections import Counter
from datetime import timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.db.outbox import Kind
from bot.db.tables import reminder
from bot.gather.reminders import gather_due
from bot.gather.shelf import Shelf
from tests.house import office_time, the_office
from tests.rehearsal.machine import STARTS, Sent, machine


def of(sent: list[Sent], kind: Kind) -> list[Sent]:
    return [one for one in sent if one.kind is kind]


def test_down_for_three_days_over_a_monday() -> None:
    with machine() as bot:
        bot.wake(office_time("2026-11-26 16:00"))  # Thursday
        before = len(bot.sent)
        bot.wake(office_time("2026-12-01 06:10"))  # Tuesday, before the windows open
        early = bot.sent[before:]
        bot.wake(office_time("2026-12-01 08:00"))
        bot.wake(office_time("2026-12-01 08:01"))

        came = bot.sent[before:]
        assert early == []
        (digest,) = of(came, Kind.DIGEST)
        assert "Tuần 48" in digest.text
        reminded = Counter(one.chat for one in of(came, Kind.REMINDER))
        assert reminded
        assert set(reminded.values()) == {1}


JUMPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["forward", "forward", "forward", "back", "restart", "second", "kill", "chase", "closes", "eager"]
        ),
        st.integers(1, 5 * 24 * 60),
    ),
    min_size=3,
    max_size=14,
)


LATE_REMINDER = [("forward", 8 * 24 * 60), ("closes", 0), ("forward", 15 * 60 + 30)]


@settings(max_examples=12)
@given(jumps=JUMPS)
@example(jumps=LATE_REMINDER)
def test_whatever_the_clock_does_each_message_comes_once(jumps: list[tuple[str, int]]) -> None:
    with machine() as bot:
        connection = bot.connection
        now = latest = STARTS
        for what, minutes in jumps:
            if what == "second":
                bot.second_process()
            elif what == "restart":
                bot.restart(now)
            elif what == "kill":
                bot.kill_after(minutes % 400)
            elif what == "chase":
                bot.chase(now)
            elif what == "closes":  # the bell rings just before the close, and the delivery looks behind it
                closes = office_time(f"{now + timedelta(days=1):%Y-%m-%d} 16:30")
                now = closes - timedelta(seconds=5)
                bot.ring(now)
                now = closes
            elif what == "back":
                now = max(STARTS, now - timedelta(minutes=minutes))
            else:
                now += timedelta(minutes=minutes)
            latest = max(latest, now)
            bot.wake(now, eager=what == "eager" or minutes % 2 == 0)
        office = the_office(connection)
        opening = office.windows.next_opening(latest + timedelta(hours=1))
        bot.wake(opening, eager=True)
        bot.wake(opening + timedelta(minutes=1))

        days = Counter((one.chat, office.today(one.at)) for one in of(bot.sent, Kind.REMINDER))
        assert set(days.values()) <= {1}
        taken = Counter(
            tuple(row)
            for row in connection.execute(
                select(
                    reminder.c.person_id,
                    reminder.c.unit_id,
                    reminder.c.form,
                    reminder.c.period,
                    reminder.c.due_on,
                    reminder.c.step,
                )
            )
        )
        assert set(taken.values()) <= {1}
        digests = Counter((one.chat, one.text.splitlines()[1][:8]) for one in of(bot.sent, Kind.DIGEST))
        assert set(digests.values()) <= {1}
        assert gather_due(connection, office, Shelf(), now=opening).merged == ()
        assert all(office.windows.is_open(one.at) for one in of(bot.sent, Kind.REMINDER))
