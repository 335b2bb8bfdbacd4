"""Run as a program: appends entries for ever, and says each receipt once it has it. It is killed from outside."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.home import Home
from tests.clocks import FakeClock


def main(folder: str) -> None:
    clock = FakeClock()
    ledger = Ledger.open(
        Home(Path(folder)), org="acme", bench="B01", clock=clock, random_bytes=os.urandom, build="test"
    )
    number = 0
    while True:
        number += 1
        clock.advance_us(1000)
        kind = "ParcelSealed" if number % 5 == 0 else "ItemPacked"
        receipt = ledger.append([Fact(kind=kind, pub={"n": number})], order_no=f"SO-{number // 5}", by="p1")
        os.write(1, f"{receipt.last_seq} {ledger.newest_root()[1]}\n".encode())
        if number % 7 == 0:
            ledger.between_scans()


if __name__ == "__main__":
    main(sys.argv[1])
