"""A process of its own that writes as fast as it can: `python -m tests.db.hasty_writer URL NAME COUNT`.

It says `ready`, waits for a line on standard input, and ends with exit code 0 if every write went through.
"""

import asyncio
import sys

from bot.db.session import Database
from tests.db.cast import NOW
from tests.db.writers import ring


async def write_all(database: Database, name: str, count: int) -> None:
    for number in range(count):
        await database.write(ring(f"{name}{number}", now=NOW))


def main() -> None:
    url, name, count = sys.argv[1:]
    database = Database(url)
    database.start()
    print("ready", flush=True)
    sys.stdin.readline()
    asyncio.run(write_all(database, name, int(count)))
    database.close()


if __name__ == "__main__":
    main()
