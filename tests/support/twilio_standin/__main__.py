"""Run the stand-in: prints one line of JSON with its port, then serves until SIGTERM or SIGINT."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
from pathlib import Path

from bot.embedded.lifeline import end_with_parent
from tests.support.twilio_standin.account import Settings
from tests.support.twilio_standin.server import Server


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.support.twilio_standin", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--latency", type=float, help="seconds before each answer to a create")
    parser.add_argument("--inbound-url", help="where the phone's texts are posted")
    parser.add_argument("--history", type=Path, help="append-only file; read at the start")
    parser.add_argument("--set", default="{}", help="further settings as JSON (account.Settings)")
    options = parser.parse_args()
    settings = Settings()
    settings.change(**json.loads(options.set))
    if options.latency is not None:
        settings.latency = options.latency
    if options.inbound_url:
        settings.inbound_url = options.inbound_url
    asyncio.run(serve(Server(settings, options.history, options.port)))


async def serve(server: Server) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await server.open()
    print(json.dumps({"port": server.port, "url": f"http://127.0.0.1:{server.port}"}), flush=True)
    await stop.wait()
    await server.close()


if __name__ == "__main__":
    end_with_parent()
    main()
