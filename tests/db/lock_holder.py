"""A process of its own that is the one bot on a database: `python -m tests.db.lock_holder URL`.

It says `held` or `refused`, then waits until its standard input ends.
"""

import sys

from bot.db.locks import AnotherProcess, SingleProcess
from bot.db.session import Database


def main() -> None:
    single = SingleProcess(Database(sys.argv[1]))
    try:
        single.claim()
    except AnotherProcess:
        print("refused", flush=True)
        return
    print("held", flush=True)
    sys.stdin.read()
    single.release()


if __name__ == "__main__":
    main()
