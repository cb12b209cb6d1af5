"""A group: people, perhaps the bot, perhaps topics."""

from typing import TYPE_CHECKING, Any

from simulator.chats import Chat, Kind, Standing
from simulator.messages import Message
from simulator.screen import ImpossibleError, Screen
from simulator.users import GROUP_ANONYMOUS, User
from simulator.world import World

if TYPE_CHECKING:
    from simulator.phone import Phone


class Group(Screen):
    """A group as its members see it. The one who acts is the first member, or whoever is named in `by`."""

    def __init__(self, world: World, chat: Chat) -> None:
        super().__init__(world, chat)
        self.former_ids: list[int] = []

    @property
    def id(self) -> int:
        """The chat id; another one after `upgrade`."""
        return self.chat.id

    @property
    def title(self) -> str:
        return self.chat.title

    def add_bot(self, by: "Phone | None" = None) -> None:
        """Add the bot: it learns its new standing and sees itself being added."""
        if self.chat.standing is Standing.MEMBER:
            raise ImpossibleError(f"the bot is in {self.title!r} already")
        actor = self._actor(by)
        self._world.tell_standing(self.chat, actor, Standing.MEMBER)
        bot = self._world.bot.shown
        self._service(
            {"new_chat_participant": bot, "new_chat_member": bot, "new_chat_members": [bot]}, actor=actor
        )

    def remove_bot(self, by: "Phone | None" = None) -> None:
        """Kick the bot out."""
        if self.chat.standing is not Standing.MEMBER:
            raise ImpossibleError(f"the bot is not in {self.title!r}")
        actor = self._actor(by)
        bot = self._world.bot.shown
        self._world.tell_standing(self.chat, actor, Standing.KICKED)
        self._service({"left_chat_participant": bot, "left_chat_member": bot}, actor=actor, always=True)

    def add(self, phone: "Phone", by: "Phone | None" = None) -> None:
        """Take somebody in."""
        self.chat.members[phone.id] = phone.user
        user = phone.user.shown
        self._service(
            {"new_chat_participant": user, "new_chat_member": user, "new_chat_members": [user]},
            actor=self._actor(by),
        )

    def remove(self, phone: "Phone") -> None:
        """Somebody leaves."""
        user = phone.user.shown
        self._service({"left_chat_participant": user, "left_chat_member": user}, actor=phone.user)
        del self.chat.members[phone.id]

    def upgrade(self, by: "Phone | None" = None) -> None:
        """Make it a supergroup: a new chat id, announced in both chats; the old one is dead."""
        if self.chat.kind is not Kind.GROUP:
            raise ImpossibleError(f"{self.title!r} is a supergroup already")
        old = self.chat
        new = self._world.add_group(old.title, old.members, supergroup=True, topics=None)
        new.standing, new.known = old.standing, old.known
        new.bell, new.unread = old.bell, old.unread  # whoever looks at the group goes on looking
        self._service({"migrate_to_chat_id": new.id}, actor=self._actor(by))
        old.migrated_to = new.id
        self.former_ids.append(old.id)
        self.chat = new
        self._service({"migrate_from_chat_id": old.id}, actor=GROUP_ANONYMOUS, anonymous=True)

    def open_topic(self, title: str, by: "Phone | None" = None) -> int:
        """A new topic of a forum; its id is that of the message that announces it."""
        topics = self.chat.topics
        if topics is None:
            raise ImpossibleError(f"{self.title!r} is no forum")
        created = {"forum_topic_created": {"name": title, "icon_color": 7322096}}
        message = self._service(created, actor=self._actor(by), tell=False)
        message.topic = message.id
        topics[message.id] = title
        if self.chat.standing is Standing.MEMBER:
            self._world.tell_message(message)
        return message.id

    def _actor(self, by: "Phone | None") -> User:
        if by is not None:
            return by.user
        return next(iter(self.chat.members.values()))

    def _service(
        self,
        content: dict[str, Any],
        *,
        actor: User,
        anonymous: bool = False,
        always: bool = False,
        tell: bool = True,
    ) -> Message:
        """A line that Telegram writes itself; the bot sees all of them while it is in the group."""
        message = self._world.post(self.chat, actor, content, anonymous=anonymous)
        if always or (tell and self.chat.standing is Standing.MEMBER):
            self._world.tell_message(message)
        return message
