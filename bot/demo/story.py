"""The story that the demonstration tells: three weeks of the real plan in the life of a few people."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.demo.officer import DiligentOfficer
from bot.demo.stage import Person, Stage
from locales.phrases import demo as phrases
from locales.words import Words
from simulator.group import Group
from simulator.messages import Message
from simulator.phone import Phone
from simulator.screen import Screen

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
STARTS_AT = datetime(2026, 11, 23, 8, 5, tzinfo=ZONE).astimezone(UTC)
"""A Monday. The plan's first forms are due on 02/12."""

TYPING = 12.0
"""Seconds that a person takes to read and answer."""

GUESTS = (
    ("T01", "officer"),
    ("T36", "officer"),
    ("X05", "officer"),
    ("BTG", "staff"),
    ("BTG", "leader"),
)
"""Whom anybody may play afterwards. Those of the units take no part in the story: they still owe their reports."""

Write = Callable[[str], None]


class Story:
    """Plays the scenes on a stage and writes down what every chat shows."""

    def __init__(self, stage: Stage, words: Words, write: Write) -> None:
        self._stage = stage
        self._words = words
        self._write = write
        self._shown: dict[int, int] = {}

    async def play(self) -> None:
        words = self._words
        group = await self._link_group()
        reporter = await self._join(("T14", "officer"), phrases.officer_joins(words=words))
        await self._report(reporter)
        self._tell(phrases.officer_resumes(words=words))
        busy = await self._join(("T25", "officer"))
        await self._begin(busy)
        commune = await self._join(("X02", "officer"))
        head = await self._join(("X02", "head"))

        self._tell(phrases.days_pass(words=words))
        await self._until(2026, 11, 25, 8, 0, watch=(commune, busy))
        self._show(reporter, reporter.name, silent=phrases.nothing_new(words=words))

        self._tell(phrases.left_off(words=words))
        await self._say(busy, phrases.report(words=words))
        await self._finish(busy)

        self._tell(phrases.others_report(words=words))
        await self._others_report()

        self._tell(phrases.monday(words=words))
        await self._until(2026, 11, 30, 7, 30, watch=(group,))

        self._tell(phrases.overdue(words=words))
        await self._until(2026, 12, 7, 8, 0, watch=(commune, head, group))

    async def _link_group(self) -> Group:
        words = self._words
        staff = await self._join(("BTG", "staff"), phrases.group_linked(words=words), show=False)
        group = self._stage.telegram.group(phrases.group_name(words=words), members=(staff,))
        await staff.send(phrases.link(self._stage.group_code, words=words), to=group)
        await self._answered()
        self._show(group, phrases.group_name(words=words))
        return group

    async def _join(self, key: tuple[str, str], scene: str | None = None, *, show: bool = True) -> Phone:
        """Somebody opens the link of their invitation and agrees."""
        person: Person = self._stage.people[key]
        if scene is not None:
            self._tell(scene)
        phone = self._stage.telegram.phone(person.name)
        await phone.start(person.code.replace("-", ""))
        await self._answered()
        await phone.press(phrases.agree(words=self._words))
        await self._answered()
        if show and scene is not None:
            self._show(phone, f"{person.name} – {person.unit}", pressed=phrases.agree(words=self._words))
        else:
            self._skip(phone)
        return phone

    async def _report(self, phone: Phone) -> None:
        """A whole form, with two mistakes that are corrected kindly."""
        words = self._words
        for typed in (
            phrases.report(words=words),
            phrases.yes(words=words),
            phrases.impossible_day(words=words),
            phrases.day(words=words),
            "60",
            phrases.all_of_them(words=words),
            phrases.right(words=words),
            "830",
            phrases.yes_without_accents(words=words),
            phrases.document(words=words),
            phrases.skip(words=words),
            phrases.skip(words=words),
            phrases.skip(words=words),
            phrases.edit_line(4, words=words),
            "832",
        ):
            await self._say(phone, typed)
        await self._press(phone, phrases.send(words=words))

    async def _begin(self, phone: Phone) -> None:
        words = self._words
        for typed in (phrases.report(words=words), "1", phrases.day(words=words)):
            await self._say(phone, typed)

    async def _finish(self, phone: Phone) -> None:
        """Answer whatever is asked, until the summary; then send."""
        words = self._words
        for typed in ("41", "623", "1", phrases.document(words=words)):
            await self._say(phone, typed)
        while phrases.send(words=words) not in phone.messages[-1].labels:
            await self._say(phone, phrases.skip(words=words))
        await self._press(phone, phrases.send(words=words))

    async def _others_report(self) -> None:
        """Meanwhile most of the other units report: nobody writes that down."""
        people = [(key, one) for key, one in self._stage.people.items() if key[1] == "officer"]
        think = partial(self._stage.clock.forward, TYPING)
        for number, (key, person) in enumerate(people):
            phone = self._stage.telegram.phone(person.name)
            if number % 5 and key not in GUESTS and not phone.messages:
                await DiligentOfficer(phone, person, self._words, think=think).report()
        await self._stage.settle()

    async def _say(self, phone: Phone, text: str) -> None:
        self._show(phone, phone.name)
        self._write(f"\n> {text}")
        await phone.send(text)
        self._shown[phone.chat.id] = len(phone.messages)
        await self._answered()
        self._show(phone, phone.name)

    async def _press(self, phone: Phone, label: str) -> None:
        self._write(f"\n> [{label}]")
        await phone.press(label)
        await self._answered()
        self._show(phone, phone.name)

    async def _answered(self) -> None:
        self._stage.clock.forward(TYPING)
        await self._stage.settle()

    async def _until(
        self, year: int, month: int, day: int, hour: int, minute: int, *, watch: Sequence[Phone | Group]
    ) -> None:
        """The days go by; the bells ring at the digest's hour and when the send windows open. What comes meanwhile
        into the chats that are watched is written down."""
        goal = datetime(year, month, day, hour, minute, tzinfo=ZONE)
        at = self._stage.clock.now().astimezone(ZONE)
        while at < goal:
            at = min(goal, _next_bell(at))
            await self._stage.time_passes(at.astimezone(UTC))
            if any(self._is_new(screen) for screen in watch):
                self._heading = ""
                self._write("\n" + "─" * 78)
                self._write("@ " + phrases.at(at, ZONE, words=self._words))
            for screen in watch:
                name = screen.name if isinstance(screen, Phone) else phrases.group_name(words=self._words)
                self._show(screen, name)

    # --- what is written down ----------------------------------------------------------------------------

    def _tell(self, text: str) -> None:
        self._write(f"\n# {text}")

    def _is_new(self, screen: Screen) -> bool:
        return len(screen.messages) > self._shown.get(screen.chat.id, 0)

    def _skip(self, screen: Screen) -> None:
        """What the chat shows by now is not written down."""
        self._shown[screen.chat.id] = len(screen.messages)

    def _show(
        self, screen: Screen, whose: str, *, pressed: str | None = None, silent: str | None = None
    ) -> None:
        """Everything that is new in a chat, with a heading where another chat was shown before."""
        new = screen.messages[self._shown.get(screen.chat.id, 0) :]
        self._shown[screen.chat.id] = len(screen.messages)
        if not new and silent is None:
            return
        if self._heading != whose:
            self._heading = whose
            self._write(f"\n── {whose} " + "─" * max(2, 74 - len(whose)))
        if not new and silent is not None:
            self._write(silent)
        for number, message in enumerate(message for message in new if message.text):
            if pressed is not None and number == 2:
                self._write(f"\n> [{pressed}]")
            self._write_message(message)

    _heading = ""

    def _write_message(self, message: Message) -> None:
        mark = "<" if message.from_bot else ">"
        lines = message.text.split("\n")
        self._write("\n" + "\n".join([f"{mark} {lines[0]}", *(f"  {line}".rstrip() for line in lines[1:])]))
        for row in message.rows:
            self._write("  " + " ".join(f"[{button.label}]" for button in row))


def _next_bell(at: datetime) -> datetime:
    """The next of 07:30 and 08:00 at the office."""
    for days in (0, 1):
        for hour in (time(7, 30), time(8, 0)):
            bell = datetime.combine(at.date() + timedelta(days=days), hour, tzinfo=ZONE)
            if bell > at:
                return bell
    raise AssertionError("tomorrow has a bell")
