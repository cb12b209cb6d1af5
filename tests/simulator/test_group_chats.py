"""Groups: the bot comes and goes, sees what privacy mode lets it see, follows an upgrade."""

import pytest
from telegram import Bot, ChatMemberBanned, ChatMemberLeft, ChatMemberMember, Update
from telegram.error import BadRequest, Forbidden

from simulator.group import Group
from simulator.phone import Phone
from simulator.screen import ImpossibleError
from simulator.server import PretendTelegram
from tests.simulator.stage import Call, News, text_of


@pytest.fixture
def group(pretend: PretendTelegram, officer: Phone, colleague: Phone) -> Group:
    return pretend.group("Ban Tuyên giáo", members=[officer, colleague])


async def test_bot_that_is_added_learns_where_and_by_whom(
    pretend: PretendTelegram, group: Group, officer: Phone, bot: Bot, news: News
) -> None:
    standing, welcome = await news()

    change = standing.my_chat_member
    assert change is not None
    assert (change.chat.id, change.chat.type, change.chat.title) == (group.id, "group", "Ban Tuyên giáo")
    assert change.from_user.id == officer.id
    assert isinstance(change.old_chat_member, ChatMemberLeft)
    assert isinstance(change.new_chat_member, ChatMemberMember)
    assert change.new_chat_member.user == bot.bot
    assert welcome.message is not None
    assert welcome.message.new_chat_members == (bot.bot,)


async def test_bot_that_is_removed_learns_it(group: Group, colleague: Phone, bot: Bot, news: News) -> None:
    await news()

    group.remove_bot(by=colleague)

    standing, farewell = await news()
    assert standing.my_chat_member is not None
    assert standing.my_chat_member.from_user.id == colleague.id
    assert isinstance(standing.my_chat_member.new_chat_member, ChatMemberBanned)
    assert farewell.message is not None
    assert farewell.message.left_chat_member == bot.bot


async def test_bot_hears_nothing_of_a_group_that_it_is_not_in(
    pretend: PretendTelegram, group: Group, officer: Phone, news: News
) -> None:
    group.remove_bot()
    await news()

    await officer.send("/tiendo", to=group)
    assert await news() == []

    group.add_bot()
    await news()
    await officer.send("/tiendo", to=group)
    assert [text_of(update) for update in await news()] == ["/tiendo"]


async def test_privacy_mode_lets_the_bot_see_what_is_meant_for_it(
    group: Group, officer: Phone, colleague: Phone, bot: Bot, news: News
) -> None:
    sent = await bot.send_message(group.id, "Tổng hợp tuần 47")
    digest = group.chat.messages[sent.message_id]
    await news()

    await officer.send("Chào các đồng chí", to=group)
    await officer.send("/tiendo", to=group)
    await officer.send("/tiendo@nhacviec_bot", to=group)
    await officer.send("/tiendo@another_bot", to=group)
    await colleague.send("😀 @NhacViec_bot cho xem tiến độ", to=group)
    await colleague.send("@nhacviec_bot2 thì sao", to=group)
    await colleague.send("Đã rõ", to=group, reply_to=digest)
    await colleague.send("Đường /đi vòng", to=group)
    await officer.send_photo(caption="không liên quan", to=group)
    await officer.send_document("a.pdf", caption="/nguon A1", to=group)

    heard = [update.message for update in await news()]
    assert [message.text or message.caption for message in heard if message] == [
        "/tiendo",
        "/tiendo@nhacviec_bot",
        "😀 @NhacViec_bot cho xem tiến độ",
        "Đã rõ",
        "/nguon A1",
    ]
    assert len(group.messages) == 12


async def test_everybody_in_the_group_sees_what_the_bot_says(group: Group, bot: Bot) -> None:
    await bot.send_message(group.id, "Tổng hợp tuần 47")

    assert (await group.next_message()).text == "Tổng hợp tuần 47"
    assert group.texts == ["Tổng hợp tuần 47"]


async def test_button_in_a_group_is_pressed_in_ones_own_name(
    group: Group, colleague: Phone, bot: Bot, call: Call, news: News
) -> None:
    markup = {"inline_keyboard": [[{"text": "Đã xem", "callback_data": "seen"}]]}
    await call("sendMessage", chat_id=group.id, text="Tổng hợp tuần 47", reply_markup=markup)
    await news()

    await colleague.press("Đã xem", to=group)

    (update,) = await news()
    assert update.callback_query is not None
    assert update.callback_query.from_user.id == colleague.id
    assert update.callback_query.message is not None
    assert update.callback_query.message.chat.id == group.id


async def test_upgrade_is_announced_in_both_chats(group: Group, officer: Phone, bot: Bot, news: News) -> None:
    await bot.send_message(group.id, "Tổng hợp tuần 46")
    old = group.id
    await news()

    group.upgrade()

    to_update, from_update = await news()
    moved, arrived = to_update.message, from_update.message
    assert moved is not None
    assert arrived is not None
    assert (moved.chat.id, moved.chat.type, moved.migrate_to_chat_id) == (old, "group", group.id)
    assert (arrived.chat.id, arrived.chat.type, arrived.migrate_from_chat_id) == (group.id, "supergroup", old)
    assert arrived.from_user is not None
    assert (arrived.from_user.username, arrived.from_user.is_bot) == ("GroupAnonymousBot", True)
    assert arrived.sender_chat == arrived.chat
    assert (arrived.message_id, group.former_ids) == (1, [old])


async def test_whoever_looks_at_a_group_goes_on_looking_after_an_upgrade(group: Group, bot: Bot) -> None:
    group.upgrade()

    await bot.send_message(group.id, "Tổng hợp tuần 47")

    assert (await group.next_message()).text == "Tổng hợp tuần 47"


async def test_supergroup_counts_its_own_messages(pretend: PretendTelegram, officer: Phone, bot: Bot) -> None:
    group = pretend.group("Hội đồng", members=[officer], supergroup=True)
    await officer.start()

    sent = await bot.send_message(group.id, "một")

    assert (sent.message_id, sent.chat.type) == (2, "supergroup")


async def test_supergroup_cannot_be_upgraded(pretend: PretendTelegram, officer: Phone) -> None:
    group = pretend.group("Hội đồng", members=[officer], supergroup=True)

    with pytest.raises(ImpossibleError):
        group.upgrade()


async def test_people_come_and_go(
    group: Group, officer: Phone, colleague: Phone, stranger: Phone, news: News
) -> None:
    await news()

    group.add(stranger, by=officer)
    group.remove(colleague)

    came, went = [update.message for update in await news()]
    assert came is not None
    assert went is not None
    assert [user.id for user in came.new_chat_members] == [stranger.id]
    assert went.left_chat_member is not None
    assert went.left_chat_member.id == colleague.id
    with pytest.raises(ImpossibleError):
        await colleague.send("/tiendo", to=group)
    await stranger.send("/tiendo", to=group)


async def test_bot_that_leaves_is_told_so(group: Group, bot: Bot, news: News) -> None:
    await news()

    assert await bot.leave_chat(group.id)

    (update,) = await news()
    assert update.my_chat_member is not None
    assert isinstance(update.my_chat_member.new_chat_member, ChatMemberLeft)


async def test_forum_topics_are_answered_in_their_topic(
    pretend: PretendTelegram, officer: Phone, bot: Bot, news: News
) -> None:
    forum = pretend.group("Ban Tuyên giáo", members=[officer], forum=True)
    await news()
    topic = forum.open_topic("Chỉ thị 32")
    await officer.send("/tiendo", to=forum, topic=topic)

    opened, asked = [update.message for update in await news()]
    assert opened is not None
    assert opened.forum_topic_created is not None
    assert (opened.forum_topic_created.name, opened.message_thread_id) == ("Chỉ thị 32", topic)
    assert asked is not None
    assert (asked.message_thread_id, asked.is_topic_message, asked.chat.is_forum) == (topic, True, True)

    answer = await bot.send_message(forum.id, "Tiến độ: 12/36", message_thread_id=topic)
    assert (answer.message_thread_id, answer.is_topic_message) == (topic, True)
    general = await bot.send_message(forum.id, "Chung")
    assert (general.message_thread_id, general.is_topic_message) == (None, None)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "Nhầm", message_thread_id=999)


async def test_topic_means_nothing_in_a_plain_group(group: Group, bot: Bot) -> None:
    sent = await bot.send_message(group.id, "Tổng hợp", message_thread_id=999)

    assert sent.message_thread_id is None


async def test_chat_is_described(pretend: PretendTelegram, group: Group, officer: Phone, bot: Bot) -> None:
    await officer.start()

    person, place = await bot.get_chat(officer.id), await bot.get_chat(group.id)

    assert (person.type, person.full_name) == ("private", "Hồ Thu Khuyên")
    assert (place.type, place.title) == ("group", "Ban Tuyên giáo")
    assert place.permissions is not None
    assert place.permissions.can_send_messages is True
    assert person.api_kwargs == {}


async def test_only_a_plain_group_can_be_looked_at_from_outside(
    pretend: PretendTelegram, group: Group, officer: Phone, bot: Bot
) -> None:
    supergroup = pretend.group("Hội đồng", members=[officer], supergroup=True)
    group.remove_bot()
    supergroup.remove_bot()

    assert (await bot.get_chat(group.id)).title == "Ban Tuyên giáo"
    with pytest.raises(Forbidden):
        await bot.get_chat(supergroup.id)


async def test_same_title_is_the_same_group(pretend: PretendTelegram, group: Group, officer: Phone) -> None:
    assert pretend.group("Ban Tuyên giáo", members=[officer]) is group
    assert pretend.groups == [group]


async def test_every_kind_of_group_update_is_read_completely(
    pretend: PretendTelegram, officer: Phone, colleague: Phone, bot: Bot, news: News
) -> None:
    """Nothing in them but what the library knows, and two names that Telegram still sends and it dropped."""
    group = pretend.group("Ban Tuyên giáo", members=[officer])
    group.add(colleague)
    await officer.send("/tiendo", to=group)
    group.remove(colleague)
    group.upgrade()
    group.remove_bot()

    unknown = {name for update in await news() for name in _unknown_fields(update)}

    assert unknown == {
        "all_members_are_administrators",
        "new_chat_participant",
        "new_chat_member",
        "left_chat_participant",
    }


def _unknown_fields(update: Update) -> set[str]:
    message = update.message
    parts = [
        update,
        update.my_chat_member,
        message,
        update.effective_chat,
        message.from_user if message else None,
    ]
    return {name for part in parts if part is not None for name in part.api_kwargs}
