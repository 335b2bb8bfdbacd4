"""Anchors as entries: read again only when they hold, found around a parcel, and told by the audit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from station.evidence.anchor_reading import LOOK, around, exposure, newest_of
from station.evidence.anchored import Anchored, said, window
from station.evidence.anchors import ANCHOR, Cosignature, Received, TimeStamp, chosen, fact_of, received, token_name
from station.evidence.audit import audit
from station.evidence.checkpoint import Checkpoint
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.witness import cosign
from station.home import Home
from tests.authority import Authority
from tests.clocks import FakeClock
from tests.evidence.anchored_bundle import WITNESS, cosigned, newest, stamped
from tests.evidence.conftest import item, pack


@pytest.fixture
def reader(home: Home, ledger: Ledger) -> Iterator[LedgerReader]:
    with closing(open_reader(home.ledger_file)) as opened:
        yield opened


def test_a_good_log(home: Home, ledger: Ledger, reader: LedgerReader, clock: FakeClock) -> None:
    """An anchored log has no fault, and what its newest anchor leaves open is told."""
    pack(ledger, home)
    anchor = cosigned(ledger, clock)
    clock.advance_s(60)
    pack(ledger, home, "SO-2")
    found = audit(reader, ledger.keys.bench.public, home.media)
    assert found.ok
    assert found.exposure.newest is not None
    assert found.exposure.newest.anchor == anchor
    assert (found.exposure.open_entries, found.exposure.since_us) == (9, clock.now().wall_us)


def test_stamped(home: Home, ledger: Ledger, reader: LedgerReader, stamping_authority: Authority) -> None:
    """A time stamp is read again as it was written."""
    pack(ledger, home)
    anchor = stamped(ledger, stamping_authority, home, newest(ledger))
    assert [one.anchor for one in newest_of(reader)] == [anchor]
    assert audit(reader, ledger.keys.bench.public, home.media).ok


@pytest.mark.parametrize(
    "change",
    [
        {"root": "A" * 43 + "="},
        {"size": 8},
        {"size": 11},
        {"size": 0},
        {"size": "x"},
        {"line": "— acme/witness AAAA"},
        {"line": ""},
        {"key": "acme/witness+00000000+AAAA"},
        {"anchor": "time_stamp", "token": "AAAA"},
        {"anchor": "time_stamp"},
        {"root": None},
    ],
)
def test_false_anchors(
    home: Home, ledger: Ledger, reader: LedgerReader, clock: FakeClock, tmp_path: Path, change: dict[str, Any]
) -> None:
    """One that does not hold is a fault of the log and covers nothing, whoever wrote it."""
    pack(ledger, home)
    checkpoint = newest(ledger)
    good = Cosignature(
        by="acme/witness",
        checkpoint=checkpoint,
        at_s=1,
        key=WITNESS.public.text(),
        line=cosign(WITNESS, checkpoint, 1),
        same_machine=False,
    )
    assert received_or_none(reader, ledger, fact_of(good)) == Received(seq=9, anchor=good)
    before = exposure(reader)
    assert received_or_none(reader, ledger, Fact(kind=ANCHOR, pub={**fact_of(good).pub, **change})) is None
    assert exposure(reader) == before
    (fault,) = audit(reader, ledger.keys.bench.public, home.media).faults
    assert fault.startswith("entry 10: its anchor is false")


def received_or_none(reader: LedgerReader, ledger: Ledger, fact: Fact) -> object:
    receipt = ledger.append([fact], order_no=None, by="-")
    try:
        return received(reader.entry(receipt.last_seq))
    except ValueError:
        return None


def test_another_log_s_root(home: Home, ledger: Ledger, reader: LedgerReader, clock: FakeClock) -> None:
    """A word that holds, on a root that this log did not have at that size, is a fault."""
    pack(ledger, home)
    good = cosigned(ledger, clock)
    foreign = Checkpoint("acme/B01/1", good.checkpoint.size, bytes(32))
    lie = replace(good, checkpoint=foreign, line=cosign(WITNESS, foreign, good.at_s))
    ledger.append([fact_of(lie)], order_no=None, by="-")
    faults = audit(reader, ledger.keys.bench.public, home.media).faults
    assert faults == ("entry 10: it anchors another log: its root is not the one this log had at that size",)


def test_around_a_parcel(home: Home, ledger: Ledger, reader: LedgerReader, clock: FakeClock) -> None:
    """The last anchor before, and only those after that reach the parcel's end."""
    pack(ledger, home, "SO-1")
    early = cosigned(ledger, clock)
    pack(ledger, home, "SO-2")
    entries = reader.by_tag("SO-2")
    late = cosigned(ledger, clock)
    found = around(reader, entries[0], entries[-1])
    assert found.before is not None
    assert found.before.anchor == early
    assert [one.anchor for one in found.after] == [late]
    assert around(reader, 0, 0).before is None


def test_no_further_than_the_limit(home: Home, ledger: Ledger, reader: LedgerReader, clock: FakeClock) -> None:
    """An anchor further away than the limit is not looked for."""
    pack(ledger, home)
    cosigned(ledger, clock)
    for _ in range(LOOK // 4096 + 1):
        ledger.append([item()] * 4096, order_no=None, by="p1")
    ledger.checkpoint_now("minute")
    cosigned(ledger, clock)
    last = ledger.size - 2
    assert around(reader, last, last).before is None
    assert [one.seq for one in around(reader, 5, 5).after] == [9]


def test_nothing_and_odd_names() -> None:
    """Nothing to choose from, no window, and authorities' names that no file could have."""
    assert chosen(()) == ()
    assert window([Anchored(), Anchored()]) == {"after": None, "before": None}
    assert said(Anchored(), 0) == ("尚无外部锚点", "not anchored outside yet")
    stamp = TimeStamp(by="https://tsa.例子:80", checkpoint=Checkpoint("a/b/1", 1, bytes(32)), at_s=1, token=b"")
    assert token_name(stamp) == "https---tsa.---80"
    assert token_name(replace(stamp, by="..")) == "authority"
