"""How fast and how sturdy the bot is, beside idiomatic peers with the same five-question form (`bench`,
`bench.bad_day`); what officers type and read (`bench.usability`); what the size of a country costs: plans and targets
(`bench.scale`), who is reminded (`bench.sweep`), a wave of reminders (`bench.wave`), the digest (`bench.digest`).
Figures: docs/performance.md."""
