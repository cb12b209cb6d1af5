"""The year itself: from event to event, by the very functions that run in the bot.

A bell is rung where it can matter: at the start, at the moments of a working day (scheduler.bells), after midnight
(periods, housekeeping), and at the next minute after somebody did what wrote more than the conversation. Between these,
the bells of the running bot find nothing: a test compares the two.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random

from bot.core.attachments import Attachment
from bot.core.channel import Limits
from bot.core.messages import Address, Incoming, Reply
from bot.core.messages import Kind as Did
from bot.core.people import Role
from bot.db.throwaway import Throwaway
from bot.gather.shelf import Shelf
from bot.rehearsal.enclosing import Enclosing
from bot.rehearsal.habits import PROMPT, STAFF, Officers, habit_of
from bot.rehearsal.house import GROUP, House
from bot.rehearsal.line import TimeLine
from bot.rehearsal.officer import Officer
from bot.rehearsal.post import CHANNEL, Post
from bot.rehearsal.script import Act, Player, Record, Told
from handlers.router import Router
from locales.phrases import demo as demo_phrases
from locales.words import in_language
from scheduler.bells import Duty, duties, moments
from scheduler.makers import makers

PHOTO = Attachment("rehearsed", "rehearsed", "image/jpeg", size=100_000)
_OFTEN = 60
"""Bells that ring at least as often, in seconds, wait for what people do; the others for the next day."""


class Year:
    """`play` it once. `language` is the bot's own; `limits` are the messenger's."""

    def __init__(
        self,
        there: Throwaway,
        house: House,
        *,
        starts: datetime,
        limits: Limits,
        officers: Officers,
        seed: int,
        language: str,
    ) -> None:
        self._there = there
        self._connection = there.connection
        self._house = house
        self._starts = starts
        self._words = in_language(language)
        self._shelf = Shelf()
        self._router = Router(self._shelf, language=language)
        self._duties = duties(self._shelf)
        self._line = TimeLine(starts)
        self._seed = seed
        self._acts: list[Act] = []
        self._told: list[Told] = []
        self._labels: dict[tuple[str, str], str] = {}
        self._post = Post(
            there.connection,
            self._line,
            limits=limits,
            makers=makers(self._shelf),
            prepare=Enclosing(there.connection, self._shelf).prepare,
            arrived=self._arrived,
        )
        self._officers = {
            player.chat: self._officer(player, officers, Random(f"{seed} {player.chat}"))  # noqa: S311 - play
            for player in house.players
        }

    def play(self, until: datetime) -> Record:
        """Everything from the start until that instant."""
        self._ring(self._duties, self._starts)
        self._plan_days(until)
        for officer in self._officers.values():
            officer.begin()
        self._link_group()
        self._line.run(until)
        gave_up = sum(officer.gave_up for officer in self._officers.values())
        return Record(
            self._starts, until, self._house.players, GROUP, tuple(self._acts), tuple(self._told), gave_up
        )

    def _officer(self, player: Player, officers: Officers, dice: Random) -> Officer:
        habit = habit_of(officers, dice) if Role.OFFICER in player.roles else PROMPT
        return Officer(
            player,
            habit,
            dice,
            line=self._line,
            office=self._house.office,
            connection=self._connection,
            shelf=self._shelf,
            words=self._words,
            do=self._do,
        )

    def _link_group(self) -> None:
        """Somebody of staff puts the bot into the Committee's group, on the first day, having joined."""
        staff = next((one for one in self._house.players if Role.STAFF in one.roles), None)
        if staff is not None:
            code = demo_phrases.link(self._house.group_code, words=self._words)
            at = self._starts + timedelta(hours=4)
            self._line.plan(at, lambda _: self._do(staff, Did.TEXT, code, group=GROUP))

    # --- what the clock does ---------------------------------------------------------------------------------

    def _plan_days(self, until: datetime) -> None:
        office = self._house.office
        often = tuple(duty for duty in self._duties if duty.seconds <= _OFTEN)
        daily = tuple(duty for duty in self._duties if duty.seconds > _OFTEN)
        day = office.today(self._starts)
        while day <= office.today(until):
            for duty in daily:
                self._plan_bell((duty,), self._instant(day, time(0)))
            if office.calendar.is_working(day):
                for at in moments(office, day):
                    self._plan_bell(often, at)
                self._plan_reviews(day)
            day += timedelta(days=1)

    def _plan_reviews(self, day: date) -> None:
        """Everybody of staff looks once at what waits by then."""
        for player in self._house.players:
            if Role.STAFF in player.roles:
                hour = Random(f"{self._seed} {player.chat} {day}").uniform(STAFF.from_hour, STAFF.to_hour)  # noqa: S311 - play
                at = self._instant(day, time(0)) + timedelta(hours=hour)
                self._line.plan(at, self._reviewing(player))

    def _reviewing(self, player: Player) -> Callable[[datetime], None]:
        return lambda _: self._officers[player.chat].reviews(STAFF)

    def _instant(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, tzinfo=self._house.office.zone).astimezone(self._starts.tzinfo)

    def _plan_bell(self, ringing: tuple[Duty, ...], at: datetime) -> None:
        """The bells' own first ring from that instant on."""
        for duty in ringing:
            tick = self._line.tick(at, seconds=duty.seconds)
            if tick > self._starts:
                self._line.plan_once(duty.name, tick, self._ringing((duty,)))

    def _ringing(self, ringing: tuple[Duty, ...]) -> Callable[[datetime], None]:
        return lambda at: self._ring(ringing, at)

    def _ring(self, ringing: tuple[Duty, ...], at: datetime) -> None:
        for duty in ringing:
            while duty.do(self._connection, at):
                pass
        self._post.look(at)

    # --- what people do --------------------------------------------------------------------------------------

    def _do(self, player: Player, did: Did, text: str, *, group: str | None = None) -> None:
        now = self._line.now
        label = self._labels.get((player.chat, text), "") if did is Did.PRESS else ""
        act = Act(now, player, did, text, group, label)
        self._acts.append(act)
        incoming = incoming_of(act, key=str(len(self._acts)))
        answers, weighs = self._there.weighs(lambda: self._router.handle(self._connection, incoming, now))
        for message in answers:
            self._post.take(message)
        self._post.look(now)
        if weighs:
            often = tuple(duty for duty in self._duties if duty.seconds <= _OFTEN)
            self._plan_bell(often, now)

    def _arrived(self, told: Told, reply: Reply) -> None:
        self._told.append(told)
        self._labels.update(((told.chat, choice.data), choice.label) for choice in reply.choices)
        officer = self._officers.get(told.chat)
        if officer is not None and told.edits is None:
            officer.hears(told, reply)


def incoming_of(act: Act, *, key: str) -> Incoming:
    """What the messenger would bring of it."""
    return Incoming(
        key,
        Address(CHANNEL, act.chat),
        sender=act.player.chat,
        sender_name=act.player.name,
        kind=act.did,
        text=act.text,
        group=act.group is not None,
        attachment=PHOTO if act.did is Did.FILE else None,
        message=key,
        press=key if act.did is Did.PRESS else None,
    )
