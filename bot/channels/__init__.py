"""The messengers that we speak."""

from collections.abc import Mapping

from bot.channels.telegram import Telegram
from bot.core.channel import Channel
from bot.settings import Settings


def open_channels(settings: Settings) -> Mapping[str, Channel]:
    """The channels that the settings switch on, by name."""
    channels: dict[str, Channel] = {}
    if settings.telegram_token is not None:
        proxy = settings.telegram_proxy
        channels[Telegram.name] = Telegram(
            settings.telegram_token.reveal(),
            api=settings.telegram_api,
            proxy=proxy.reveal() if proxy else None,
        )
    return channels
