"""Officers who report whatever happens to the bot: they answer what is asked and shrug at a repeated message."""

import re
from collections.abc import Mapping

from bot.core.messages import Address
from bot.db.contacts import link, load_contact, put_contact
from bot.db.session import Connection
from simulator.messages import Message
from simulator.phone import Phone
from tests.house import LOADED_AT, Member

PATIENCE = 30.0

ANSWERS: Mapping[str, str] = {
    "tổ chức quán triệt Chỉ thị 32 chưa": "có",
    "quán triệt ngày nào": "20/11/2026",
    "cán bộ quản lý, giáo viên": "{staff}",
    "học sinh đã được tuyên truyền": "{pupils}",
    "ban hành kế hoạch thực hiện Chỉ thị 32 chưa": "[Có]",
    "Số, ký hiệu và ngày ban hành": "{number}-KH/TH, ngày 21/11/2026",
}
"""What is typed or pressed at the school's first form, by a piece of the question; the rest is skipped."""


class Officer:
    """One school's officer with figures of their own, so that no report can stand for another's."""

    def __init__(self, phone: Phone, member: Member, number: int) -> None:
        self.phone = phone
        self.member = member
        self.figures = {"staff": number + 1, "pupils": number + 101, "number": number + 11}
        self.receipts: list[str] = []

    async def report(self) -> None:
        """From "báo cáo" to the receipt."""
        await self.phone.send("báo cáo")
        shown = ""
        while not self.receipts:
            message = await self.phone.next_message(timeout=PATIENCE)
            if message.text == shown:
                continue  # the bot died before it knew that this had arrived
            shown = message.text
            await self._answer(message)

    async def _answer(self, message: Message) -> None:
        if "Mã biên nhận" in message.text or "đã gửi lúc" in message.text:
            self.receipts.append(message.text)
            return
        if "Gửi" in message.labels:
            await self.phone.press("Gửi", message=message)
            return
        # What is said above the question may quote an earlier one, when a press came twice.
        question = re.findall(r"^\d+/\d+\. .*", message.text, re.MULTILINE)[-1:]
        if not question and not message.labels:
            return  # a note, which asks nothing
        for piece, answer in ANSWERS.items():
            if any(piece in part for part in question):
                said = answer.format(**self.figures)
                if said.startswith("["):
                    await self.phone.press(said.strip("[]"), message=message)
                else:
                    await self.phone.send(said)
                return
        await self.phone.send("bỏ qua")

    @property
    def expected(self) -> dict[str, object]:
        """What the stored report must say, whatever happened on the way."""
        return {
            "staff": self.figures["staff"],
            "pupils": self.figures["pupils"],
            "document": {"number": f"{self.figures['number']}-KH/TH", "date": "2026-11-21"},
        }


def link_phone(connection: Connection, phone: Phone, member: Member) -> None:
    """The phone's chat is this person's, as if they had joined last month."""
    phone.chat.known = phone.chat.opened = True
    address = Address("telegram", str(phone.id))
    put_contact(connection, address, language=None, now=LOADED_AT)
    contact = load_contact(connection, address)
    assert contact is not None
    link(connection, contact.id, member.person_id, now=LOADED_AT)
