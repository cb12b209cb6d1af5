"""What happened in a rehearsal, as values: who played, what they did, what they were told."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.attachments import Written
from bot.core.messages import Kind as Did
from bot.core.people import Role
from bot.db.outbox import Kind


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody of the roster in a private chat. `code` lets them in."""

    chat: str
    name: str
    unit_code: str
    unit: str
    roles: frozenset[Role]
    code: str


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a player did: typed, pressed (`text` is the button's data, `label` its words), sent a photo.
    `group` is the chat of the Committee where it was done there."""

    at: datetime
    player: Player
    did: Did
    text: str
    group: str | None = None
    label: str = ""

    @property
    def chat(self) -> str:
        return self.group or self.player.chat


@dataclass(frozen=True, slots=True)
class Told:
    """One message as it arrived, or an edit of one. `labels` are its buttons; `file` came alone, its
    caption is the text; `edits` is which message of the chat was edited, counted from 1."""

    at: datetime
    chat: str
    kind: Kind
    text: str
    labels: tuple[str, ...] = ()
    file: Written | None = None
    edits: int | None = None

    @property
    def asked_for(self) -> bool:
        """An answer to what somebody did just now; all else is the system's own initiative."""
        return self.kind is Kind.ANSWER

    @property
    def is_unasked(self) -> bool:
        """A message that nobody asked for. An edit is none: nobody's telephone rings."""
        return not self.asked_for and self.edits is None


@dataclass(frozen=True, slots=True)
class Record:
    """All of it, in order. `group` is the Committee's chat; `gave_up` counts sittings in which an officer could not go
    on: a fault of the form, or of the simulated officer."""

    starts: datetime
    ends: datetime
    players: tuple[Player, ...]
    group: str
    acts: tuple[Act, ...]
    told: tuple[Told, ...]
    gave_up: int = 0
