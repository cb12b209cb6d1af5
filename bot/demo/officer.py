"""A diligent officer: joins, opens the form, taps what can be tapped, types the rest, sends."""

from collections.abc import Callable

from bot.demo.stage import Person
from locales.phrases import demo as phrases
from locales.words import Words
from simulator.messages import Message
from simulator.phone import Phone

MOST_STEPS = 40
PATIENCE = 30.0


class DiligentOfficer:
    """Works a phone by looking at what the bot asks. Several of them may be at it at once. `think` lets the time pass
    that a person takes to read."""

    def __init__(self, phone: Phone, person: Person, words: Words, *, think: Callable[[], None]) -> None:
        self._phone = phone
        self._think = think
        self._person = person
        self._words = words

    async def report(self) -> None:
        """From the invitation to the receipt of whatever is owed first."""
        words = self._words
        await self._phone.start(self._person.code.replace("-", ""))
        await self._answer()
        await self._phone.press(phrases.agree(words=words))
        await self._answer()
        await self._answer()
        await self._phone.send(phrases.report(words=words))
        for _ in range(MOST_STEPS):
            message = await self._answer()
            if not await self._go_on(message):
                return

    async def _answer(self) -> Message:
        message = await self._phone.next_message(timeout=PATIENCE)
        self._think()
        return message

    async def _go_on(self, message: Message) -> bool:
        """Answer what is asked. False once the report was sent."""
        words = self._words
        labels = message.labels
        full = next((label for label in labels if label.startswith(phrases.full(words=words))), None)
        tap = full or next((label for label in phrases.taps(words=words) if label in labels), None)
        if tap is not None:
            await self._phone.press(tap)
            if tap == phrases.taps(words=words)[0]:
                await self._answer()
                return False
        elif labels:
            await self._phone.press(labels[0])
        elif "KH" in message.text:
            await self._phone.send(phrases.document(words=words))
        elif "/" in message.text.rpartition("\n\n")[2].partition(".")[2]:
            await self._phone.send("12/12")
        else:
            await self._phone.send("12")
        return True
