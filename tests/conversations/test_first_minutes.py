"""The first minutes: how many messages it takes, that practising counts nowhere, that help is short."""

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.db.session import Connection, Database
from bot.db.tables import metadata
from locales.help_words import Topic
from locales.phrases import help as phrases
from locales.words import LANGUAGES, in_language
from tests.conversations.conversation import Conversation

ROOM = Path(__file__).parent
LONGEST = 300
"""Characters of a message that is no list."""

OPENING = 3
"""Messages from the invitation to the first question: the code, the agreement, the form."""

JOIN = """@ 2026-11-23 08:05
= T14 officer (new)
> {code}
> đồng ý
> 1
> có
"""
PRACTISE = """> thử báo cáo
> có
> hôm qua
> 18
> Không có kiến nghị gì thêm.
> gửi
> thử báo cáo
> chưa
> huỷ
"""


@pytest.mark.parametrize("file", ["vi/tu-ma-moi-den-bien-nhan.txt", "en/first-receipt.txt"])
def test_first_receipt_takes_three_messages_more_than_the_form(file: str) -> None:
    written = (ROOM / file).read_text("utf-8")
    *_, (summary, receipt) = re.findall(r"\n> [^\n]*\n(< [^>]*)\n> [^\n]*\n(< ✅[^>]*)", written)

    sent = written.count("\n> ")
    answers = len(re.findall(r"^  \d+\. ", summary, re.MULTILINE))

    assert "BC-" in receipt
    assert sent - (answers + 1) == OPENING


def test_practice_leaves_nothing_behind(tmp_path: Path) -> None:
    conversation = Conversation(tmp_path, language="vi")
    database = Database(f"sqlite:///{tmp_path / 'house.db'}")
    try:
        conversation.play(JOIN)
        before = database.transaction(_stored)
        played = conversation.play(PRACTISE)
        after = database.transaction(_stored)
    finally:
        conversation.close()
        database.close()

    assert played.count("🧪 BÁO CÁO THỬ – không tính") == 8
    assert "BC-" not in played
    assert before["filling"] == after["filling"] != []
    assert before == after


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_about_a_thing_fits_on_a_phone(language: str) -> None:
    words = in_language(language)
    topics = [one for one in Topic if one is not Topic.ALL]
    said = [phrases.topic(one, form_open=True, words=words).text for one in topics]
    said += [
        say(words=words).text
        for say in (
            phrases.consent,
            phrases.return_reason,
            phrases.decline_reason,
            phrases.own_words,
            phrases.after_reminder,
            phrases.task_list,
            phrases.review_queue,
            phrases.review_one,
            phrases.request,
            phrases.menu,
            phrases.group,
        )
    ]

    assert [text for text in said if len(text) > LONGEST] == []


def _stored(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, but for the messages themselves and what the chat last offered."""
    rows = {
        table.name: [dict(row._mapping) for row in connection.execute(select(table))]
        for table in metadata.sorted_tables
        if table.name != "outbox"
    }
    for contact in rows["contact"]:
        contact.pop("focus")
    return rows
