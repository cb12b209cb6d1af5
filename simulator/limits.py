"""What Telegram allows: how long, how big, how fast."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's numbers, each of which a test may change.

    Lengths count characters (code points) after trimming, as the published Bot API server counts
    them; button data counts bytes. File sizes are the documented round megabytes: the published
    server allows a little more, and a bot that needs that little is not to be trusted.

    Of the pace only `chat_per_second`, `group_per_minute` and `overall_per_second` are documented;
    Telegram says that "short bursts" are tolerated and not how short. `keyboard_bytes` and the
    answer time of a press are not documented either: they are what others measured.
    """

    text_characters: int = 4096
    text_bytes: int = 32_768
    caption_characters: int = 1024
    toast_characters: int = 200
    press_data_bytes: int = 64
    keyboard_buttons: int = 100
    row_buttons: int = 8
    keyboard_bytes: int = 10_000
    commands: int = 100
    command_characters: int = 32
    description_characters: int = 256
    download_bytes: int = 20_000_000
    upload_bytes: int = 50_000_000
    photo_bytes: int = 10_000_000
    secret_characters: int = 256
    webhook_connections: int = 100
    album_items: int = 10

    floods: bool = True
    chat_per_second: float = 1.0
    chat_burst: int = 5
    group_per_minute: int = 20
    overall_per_second: float = 30.0
    overall_burst: int = 30

    press_answer_seconds: float = 15.0
    press_kept_seconds: float = 150.0
    update_kept_seconds: float = 86_400.0
    delete_within_seconds: float = 172_800.0
    poll_seconds: int = 50
    poll_gather_seconds: float = 0.001
    webhook_retry_seconds: float = 1.0
    webhook_retry_longest: float = 60.0

    @classmethod
    def of(cls, limits: Self | bool) -> Self:
        """`True`: as Telegram; `False`: the same without the limits on pace (for a bench)."""
        if isinstance(limits, bool):
            return cls(floods=limits)
        return limits
