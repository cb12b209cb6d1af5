"""A simulated person: joins, hears, and now and then sits down to report, or for an errand."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from random import Random

from bot.core.buttons import Verb, button, read_button
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Question
from bot.core.messages import Address, Choice, Reply
from bot.core.messages import Kind as Did
from bot.core.office import Office
from bot.core.people import Role
from bot.db.contacts import Contact, load_contact
from bot.db.extensions import waiting_extensions
from bot.db.outbox import Kind
from bot.db.reports import waiting_for_review
from bot.db.session import Connection
from bot.gather.shelf import Shelf
from bot.rehearsal.answering import mended, said_to
from bot.rehearsal.errands import AskForTime, Errand, PutOff, Review
from bot.rehearsal.habits import Habit, Reviewing
from bot.rehearsal.line import TimeLine
from bot.rehearsal.post import CHANNEL
from bot.rehearsal.script import Player, Told
from locales.words import Words

WORKDAY = (time(8), time(16, 45))
"""When officers sit at their desks."""

LOOKED_THROUGH = 20
"""So much of what waits is looked at, to see whether there is anything to do."""

Do = Callable[[Player, Did, str], None]


class Officer:
    """Lives on the line of time and acts through `do`. Heads and leaders join and read; staff look at what waits."""

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
        self._errand: Errand | None = None
        self._mends = False
        self._writes = False
        self._seen: set[str] = set()

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
            self._heed(told, reply)

    def reviews(self, habit: Reviewing) -> None:
        """Look at what waits for the Committee's staff, if there is anything new."""
        if self._joined and not self._sits and self._waiting() - self._seen:
            self._go(Review(habit, self._seen, self._dice, self._words))

    def _waiting(self) -> set[str]:
        """The buttons of all that waits."""
        committee = self._office.id
        return {
            button(Verb.REVIEW, one.id)
            for one in waiting_for_review(self._connection, committee, most=LOOKED_THROUGH)
        } | {
            button(Verb.EXTENSION, one.id)
            for one in waiting_extensions(self._connection, committee, most=LOOKED_THROUGH)
        }

    def _heed(self, told: Told, reply: Reply) -> None:
        opens = next((one for one in reply.choices if _verb(one) is Verb.OPEN), None)
        if opens is None:
            return
        habit, thrown = self._habit, self._dice.random()
        if thrown < habit.heeds:
            self._sit_down(self._in_hours(), opens)
            self._mends = told.kind is Kind.NOTICE  # a report came back
        elif told.kind is not Kind.REMINDER:
            return
        elif thrown < habit.heeds + habit.puts_off:
            self._plan_errand(PutOff(self._dice, self._words))
        elif thrown < habit.heeds + habit.puts_off + habit.needs_time:
            self._plan_errand(AskForTime(self._dice, self._words))

    def _in_hours(self) -> datetime:
        return self._at_desk(self._line.now + timedelta(hours=self._dice.uniform(0.1, self._habit.hours)))

    def _plan_errand(self, errand: Errand) -> None:
        """Nobody comes for it in the middle of a form."""
        at = self._in_hours()

        def go(_: datetime) -> None:
            contact = self._contact()
            if not self._sits and contact is not None and contact.filling is None:
                self._go(errand)

        self._line.plan(at, go)

    def _go(self, errand: Errand) -> None:
        self._sits = True
        self._errand = errand
        self._do(self.player, *errand.begins)

    def _sit_down(self, at: datetime, opens: Choice) -> None:
        self._sits = True
        self._begun = self._mends = self._writes = False
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
        if self._errand is not None:
            self._go_on(self._errand, reply)
            return
        contact = self._contact()
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
        if (mend := _unchanged(reply)) is not None:
            as_it_is, opens = mend
            self._mends = not self._writes  # once; then it is sent as it is
            self._do(self.player, Did.PRESS, (opens if self._mends else as_it_is).data)
            return
        if self._mends and state.stand is Stand.SUMMARY:
            self._mends, self._writes = False, True
            self._do(self.player, *mended(reply, words=self._words))
            return
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
            writes=self._writes,
            today=self._office.today(self._line.now),
            dice=self._dice,
            words=self._words,
        )
        if said is None:
            self.gave_up += 1
            self._sits = False
            return
        self._do(self.player, *said)

    def _go_on(self, errand: Errand, reply: Reply) -> None:
        said = errand.goes_on(reply)
        if said is None:
            self._errand, self._sits = None, False
        else:
            self._do(self.player, *said)

    def _contact(self) -> Contact | None:
        return load_contact(self._connection, Address(CHANNEL, self.player.chat))

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


def _unchanged(reply: Reply) -> tuple[Choice, Choice] | None:
    """What sends a report as it was returned, and what opens it again."""
    found = {_verb(one): one for one in reply.choices}
    as_it_is, opens = found.get(Verb.AS_IT_IS), found.get(Verb.OPEN)
    return None if as_it_is is None or opens is None else (as_it_is, opens)
