"""A simulated officer: joins, hears, and now and then sits down to report."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from random import Random

from bot.core.buttons import Verb, read_button
from bot.core.forms.filling import Filling
from bot.core.forms.model import Question
from bot.core.messages import Address, Choice, Reply
from bot.core.messages import Kind as Did
from bot.core.office import Office
from bot.core.people import Role
from bot.db.contacts import load_contact
from bot.db.session import Connection
from bot.gather.shelf import Shelf
from bot.rehearsal.answering import said_to
from bot.rehearsal.habits import Habit
from bot.rehearsal.line import TimeLine
from bot.rehearsal.post import CHANNEL
from bot.rehearsal.script import Player, Told
from locales.words import Words

WORKDAY = (time(8), time(16, 45))
"""When officers sit at their desks."""

Do = Callable[[Player, Did, str], None]


class Officer:
    """Lives on the line of time and acts through `do`. Heads and the Committee's own people join and read."""

    def __init__(
        self,
        player: Player,
        habit: Habit,
        dice: Random,
        *,
        line: TimeLine,
        office: Office,
        connection: Connection,
        shelf: Shelf,
        words: Words,
        do: Do,
    ) -> None:
        self.player = player
        self.gave_up = 0
        self._habit = habit
        self._dice = dice
        self._line = line
        self._office = office
        self._connection = connection
        self._shelf = shelf
        self._words = words
        self._do = do
        self._joined = False
        self._sits = False
        self._begun = False
        self._heard: Reply | None = None
        self._asked: tuple[int, str, str] | None = None
        self._tries = 0

    def begin(self) -> None:
        """Join some day, or never."""
        if self._habit.joins_within is not None:
            days = self._dice.randrange(self._habit.joins_within)
            at = self._at_desk(self._line.now + timedelta(days=days, minutes=self._dice.uniform(1, 180)))
            self._line.plan(at, lambda _: self._do(self.player, Did.TEXT, f"/start {self.player.code}"))

    def hears(self, told: Told, reply: Reply) -> None:
        """A message arrived in the chat."""
        if not self._joined:
            agree = next((one for one in reply.choices if _verb(one) is Verb.AGREE), None)
            if agree is not None:
                self._joined = True
                self._soon(agree)
        elif self._sits:
            if told.asked_for:
                self._read(reply)
        elif not told.asked_for and Role.OFFICER in self.player.roles:
            self._heed(reply)

    def _heed(self, reply: Reply) -> None:
        opens = next((one for one in reply.choices if _verb(one) is Verb.OPEN), None)
        if opens is not None and self._dice.random() < self._habit.heeds:
            hours = self._dice.uniform(0.1, self._habit.hours)
            self._sit_down(self._at_desk(self._line.now + timedelta(hours=hours)), opens)

    def _sit_down(self, at: datetime, opens: Choice) -> None:
        self._sits = True
        self._begun = False
        self._asked = None
        self._line.plan(at, lambda _: self._do(self.player, Did.PRESS, opens.data))

    def _read(self, reply: Reply) -> None:
        """Read on until nothing more comes: what is said in several messages is answered once."""
        waits = self._heard is not None
        self._heard = reply
        if not waits:
            at = self._line.now + timedelta(seconds=self._dice.uniform(8, 25))
            self._line.plan(at, lambda _: self._answer())

    def _answer(self) -> None:
        """Go on with the form that is open, with the next one that is offered, or stop."""
        reply, self._heard = self._heard, None
        assert reply is not None, "it was read before it is answered"
        contact = load_contact(self._connection, Address(CHANNEL, self.player.chat))
        filling = None if contact is None else contact.filling
        opens = next((one for one in reply.choices if _verb(one) is Verb.OPEN), None)
        if filling is None:
            self._sits = False
            if opens is not None and self._begun and self._dice.random() < self._habit.heeds:
                self._sit_down(self._line.now + timedelta(seconds=self._dice.uniform(20, 90)), opens)
            return
        self._begun = True
        if self._dice.random() < self._habit.breaks_off / 5:
            self._sits = False
            return
        state = Filling.from_json(filling.state)
        question = self._question(filling.plan_version_id, filling.form, state.at)
        asked = (filling.id, state.at or "", state.stand)
        self._tries = self._tries + 1 if asked == self._asked else 0
        self._asked = asked
        said = said_to(
            reply,
            question,
            stand=state.stand,
            tries=self._tries,
            not_yet=self._habit.not_yet,
            today=self._office.today(self._line.now),
            dice=self._dice,
            words=self._words,
        )
        if said is None:
            self.gave_up += 1
            self._sits = False
            return
        self._do(self.player, *said)

    def _question(self, version_id: int, form: str, name: str | None) -> Question | None:
        planned = self._shelf.form(self._connection, version_id, form)
        if planned is None or name is None:
            return None
        return next((one for one in planned.form.questions if one.name == name), None)

    def _soon(self, choice: Choice) -> None:
        at = self._line.now + timedelta(seconds=self._dice.uniform(10, 60))
        self._line.plan(at, lambda _: self._do(self.player, Did.PRESS, choice.data))

    def _at_desk(self, at: datetime) -> datetime:
        """That instant, or as long after the morning's beginning on the next working day."""
        local = at.astimezone(self._office.zone)
        calendar = self._office.calendar
        opens, closes = WORKDAY
        if calendar.is_working(local.date()) and opens <= local.time() < closes:
            return at
        day = local.date() if local.time() < opens else local.date() + timedelta(days=1)
        morning = datetime.combine(calendar.next_working(day), opens, tzinfo=self._office.zone)
        return (morning + timedelta(minutes=self._dice.uniform(1, 240))).astimezone(at.tzinfo)


def _verb(choice: Choice) -> Verb | None:
    read = read_button(choice.data)
    return None if read is None else read[0]
