"""What every person of the bench says, and how a bot shows that it understood."""

from dataclasses import dataclass

from simulator.messages import Message
from simulator.phone import Phone

LONGEST_WAIT = 60.0
"""Seconds for one answer. A bot that takes longer is broken, not slow."""


class WrongAnswer(Exception):  # noqa: N818 - what the bot said, not a fault of the bench
    """The bot answered something else: what is measured would not be the form."""


@dataclass(frozen=True, slots=True)
class Step:
    """One message of a person and one of the bot. `button` is the label of the button that says the same as what is
    typed, where there is one. `answer` are words that the bot's answer to it holds."""

    typed: str
    answer: str
    button: str | None = None


STEPS = (
    Step("/baocao", "1/5."),
    Step("có", "2/5.", button="Có"),
    Step("12", "3/5."),
    Step("43/45", "4/5."),
    Step("20/11/2024", "5/5."),
    Step("Phòng họp nhỏ, phải chia làm hai buổi.", "xem lại báo cáo"),
    Step("gửi", "Đã nhận báo cáo", button="Gửi"),
)
"""One form: open it, five answers, send it. A date of the past, since a day that was held cannot lie ahead."""

SENDING = STEPS[-1]


@dataclass(slots=True)
class Visit:
    """One person on the way through one form. `presses`: uses buttons where there are any."""

    phone: Phone
    presses: bool = False
    place: int = 0

    @property
    def over(self) -> bool:
        return self.place == len(STEPS)

    async def say(self) -> None:
        """Send what comes next, and do not wait."""
        step = STEPS[self.place]
        if self.presses and step.button is not None:
            await self.phone.press(step.button)
        else:
            await self.phone.send(step.typed)

    async def hear(self, *, seconds: float = LONGEST_WAIT) -> Message:
        """The bot's answer, after which the next step is due. Raises TimeoutError, WrongAnswer."""
        step = STEPS[self.place]
        message = await self.phone.next_message(seconds)
        if step.answer not in message.text:
            raise WrongAnswer(f"to {step.typed!r} the bot said {message.text!r}")
        self.place += 1
        return message

    async def step(self) -> None:
        """Say it and hear the answer."""
        await self.say()
        await self.hear()

    async def go_to(self, place: int) -> None:
        """Go on until so many steps are done."""
        while self.place < place:
            await self.step()
