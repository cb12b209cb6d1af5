"""`python -m simulator`: the pretend Telegram by itself, or with `--as NAME` a phone at one that runs."""

import argparse
import asyncio
import contextlib

from simulator.server import TOKEN, PretendTelegram
from simulator.talk import talk


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m simulator", description="A pretend Telegram on loopback."
    )
    parser.add_argument("--port", type=int, default=8081, help="port on 127.0.0.1 (default 8081; 0: any)")
    parser.add_argument("--token", default=TOKEN, help=f"the bot's token (default {TOKEN})")
    parser.add_argument("--no-limits", action="store_true", help="do not limit how fast the bot may write")
    parser.add_argument("--as", dest="name", metavar="NAME", help="talk to the bot of one that runs, as NAME")
    parser.add_argument("--language", choices=("vi", "en"), default="vi", help="language of the phone")
    options = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        if options.name:
            asyncio.run(talk(f"http://127.0.0.1:{options.port}", options.name, language=options.language))
        else:
            asyncio.run(_serve(options.port, options.token, limits=not options.no_limits))


async def _serve(port: int, token: str, *, limits: bool) -> None:
    async with PretendTelegram(port=port, token=token, limits=limits) as telegram:
        print(
            f"Bot API: {telegram.base_url}/bot{token}/   people: {telegram.base_url}/sim/people", flush=True
        )
        await asyncio.Event().wait()


if __name__ == "__main__":
    main()
