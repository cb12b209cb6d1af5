"""How fast and how sturdy the bot is, beside idiomatic peers with the same five-question form."""
