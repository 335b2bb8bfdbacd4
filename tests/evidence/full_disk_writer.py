"""Run as a program: appends until files may not grow, then lets them grow again and appends once more."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from station.errors import LedgerBroken
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.home import Home
from tests.clocks import FakeClock


def main(folder: str) -> None:
    home = Home(Path(folder))
    ledger = Ledger.open(home, org="acme", bench="B01", clock=FakeClock(), random_bytes=os.urandom, build="test")
    fact = Fact(kind="ItemPacked", pub={"text": "x" * 3000})
    ledger.append([fact], order_no="SO-1", by="p1")
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, most))
    acknowledged = 0
    try:
        for _ in range(1000):
            acknowledged = ledger.append([fact], order_no="SO-1", by="p1").last_seq
    except LedgerBroken as broken:
        sys.stdout.write(broken.sentence() + "\n")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, most))
    after = ledger.append([fact], order_no="SO-1", by="p1").last_seq
    sys.stdout.write(f"{acknowledged}\n{after}\n")
    ledger.close()


if __name__ == "__main__":
    main(sys.argv[1])
