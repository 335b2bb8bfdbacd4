"""The lock of a ledger: one writer, and whoever only looks is in nobody's way."""

from __future__ import annotations

import fcntl
import threading

import pytest

from station.errors import LedgerInUse
from station.evidence.ledger_file import LOOK_S, in_use, lock
from station.home import Home


def test_whether_it_is_in_use(home: Home) -> None:
    """From the writer's start to its end, however often it is asked; a home without a ledger is left as it is."""
    assert not in_use(home.ledger_file)
    assert not home.root.exists()
    held = lock(home.ledger_file)
    assert [in_use(home.ledger_file) for _ in range(3)] == [True] * 3
    with pytest.raises(LedgerInUse, match="another program has this ledger open"):
        lock(home.ledger_file)
    held.release()
    assert not in_use(home.ledger_file)
    lock(home.ledger_file).release()


def test_a_bench_that_starts_while_somebody_looks(home: Home) -> None:
    """It is not told that another bench runs: it waits until the other has looked."""
    lock(home.ledger_file).release()
    with home.ledger_file.with_suffix(".lock").open("rb") as looking:
        fcntl.flock(looking, fcntl.LOCK_SH)
        assert not in_use(home.ledger_file)
        ends = threading.Timer(LOOK_S / 5, fcntl.flock, (looking, fcntl.LOCK_UN))
        ends.start()
        lock(home.ledger_file).release()
        ends.join()
