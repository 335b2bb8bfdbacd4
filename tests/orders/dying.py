"""A program that imports one file and kills itself at its n-th call of a function: ``URL FILE N``; 0 counts them."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType

from station.home import Home
from station.orders.importing import take_files
from station.orders.orderbook import OrderBook
from tests.orders.intake import T0, shelf


def main(url: str, file: Path, die_at: int) -> None:
    calls = 0

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        if event in ("call", "c_call"):
            calls += 1
            if calls == die_at:
                os.kill(os.getpid(), signal.SIGKILL)

    book = OrderBook.open(url)
    place = shelf(book, Home(file.parent / f"home-{die_at}"))
    sys.setprofile(called)
    take_files(place, [file], now_us=T0)
    sys.setprofile(None)
    book.close()
    sys.stdout.write(str(calls))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
