"""A pretend Telegram on loopback: the Bot API with Telegram's own refusals, and the people who use the bot.

An independent double: it knows nothing of the bot's packages, nor of any client library.
"""
