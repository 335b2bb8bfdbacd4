"""Evidence of orders under one waybill and of an order in several boxes, on a real ledger, checked by verify.py."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from station.evidence.bundle import Exported, export
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import _JOINING, open_reader
from station.evidence.related import parcel_with
from station.evidence.verify import examine
from station.home import Home
from station.journal import LedgerJournal
from station.packing.inputs import Command
from station.packing.model import Order, OrderNo
from tests.clocks import FakeClock
from tests.evidence.conftest import no_pdf, open_ledger
from tests.packing.playbook import CARD, MUG, ORDER, WAYBILL, Playbook

FIRST, SECOND = OrderNo("SO-1"), OrderNo("SO-2")
JOINT = replace(
    ORDER, joined=(FIRST, SECOND), lines=(replace(MUG, order=FIRST), replace(CARD, order=SECOND)), waybill=WAYBILL
)
PARTED = replace(ORDER, next_part=OrderNo("SO-1#2"))
PART = replace(ORDER, number=OrderNo("SO-1#2"), part_of=FIRST, lines=(CARD,))


class _Recording(Playbook):
    """Everything it says is in the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self._journal = LedgerJournal(ledger)

    def _record(self, events: object) -> list[str]:
        self._journal.append(events, self.job)  # type: ignore[arg-type]
        return super()._record(events)  # type: ignore[arg-type]

    def seals(self, order: Order, weight_mg: int) -> None:
        self.weighs(0)
        self.weighs(weight_mg)
        self.hears_holds()
        label = self.job.label
        assert label is not None
        self.job = replace(self.job, label=replace(label, state="printed"))  # type: ignore[arg-type]
        assert self.scans(label.waybill)[-1] == "ParcelSealed"


def _export(home: Home, number: str, tmp_path: Path) -> Exported:
    out = tmp_path / "case.zip"
    told = export(home, number, out, make_pdf=no_pdf)
    verdict = examine(str(out), None)
    assert verdict.exit_code == 0, verdict.checks
    return told


def test_a_joint_parcel_is_each_orders_evidence(home: Home, ledger: Ledger, tmp_path: Path) -> None:
    """Whichever order is asked for, the bundle is the parcel's, verifies, and says with whom it was shipped."""
    bench = _Recording(ledger)
    bench.opens(JOINT)
    bench.packs_all()
    bench.seals(JOINT, 460_000)
    first, second = _export(home, "SO-1", tmp_path), _export(home, "SO-2", tmp_path)
    assert (first.order_no, second.order_no, second.sealed) == ("SO-1", "SO-1", True)
    assert any("together with SO-2" in remark for remark in first.remarks)
    assert any("SO-2 has no parcel of its own" in remark for remark in second.remarks)


def test_the_headers_name_no_joined_order(ledger: Ledger) -> None:
    """Order numbers of a joint parcel and of parts are committed to, never readable in an entry."""
    bench = _Recording(ledger)
    bench.opens(JOINT)
    bench.packs_all()
    bench.seals(JOINT, 460_000)
    bench.opens(PARTED)
    bench.scans("MUG")
    bench.presses(Command.SPLIT)
    headers = b"".join(entry.header for entry in ledger.entries())
    assert b"SO-" not in headers


def test_a_split_orders_bundles(home: Home, ledger: Ledger, tmp_path: Path) -> None:
    """Each parcel has its own bundle, and each says which others there are."""
    bench = _Recording(ledger)
    bench.opens(PARTED)
    bench.scans("MUG")
    bench.presses(Command.SPLIT)
    bench.seals(PARTED, 182_000)
    bench.opens(PART)
    bench.packs_all()
    bench.seals(PART, 96_000)
    first, second = _export(home, "SO-1", tmp_path), _export(home, "SO-1#2", tmp_path)
    assert (first.order_no, second.order_no) == ("SO-1", "SO-1#2")
    assert any("SO-1#2 has evidence of its own" in remark for remark in first.remarks)
    assert any("SO-1 has evidence of its own" in remark for remark in second.remarks)


def test_an_order_alone_has_no_remark(home: Home, ledger: Ledger, tmp_path: Path) -> None:
    """Neither joined nor split, nothing is said of others; a number that only looks like a part is none."""
    bench = _Recording(ledger)
    for number in ("SO-1", "SO-1#2"):
        order = replace(ORDER, number=OrderNo(number))
        bench.opens(order)
        bench.packs_all()
        bench.seals(order, 460_000)
    assert _export(home, "SO-1", tmp_path).remarks == ()


@pytest.mark.parametrize("number", ["SO-9", 'SO-"9"', "SO-\u00e9", "SO-e\u0301"])
def test_found_in_anothers_parcel(ledger: Ledger, number: str) -> None:
    """Whatever stands in the number; one that is only part of another's is not found."""
    share = [{"order": "SO-1", "lines": []}, {"order": number, "lines": []}]
    ledger.append([Fact(kind="ParcelSealed", com={"joined": share})], order_no="SO-1", by="p1")
    assert parcel_with(ledger.reader(), number) == "SO-1"
    assert parcel_with(ledger.reader(), number[:-1]) == number[:-1]


def test_an_older_ledger_gets_the_index(home: Home, clock: FakeClock) -> None:
    """Seals of several orders are found without reading every value, in a ledger of before that too."""
    open_ledger(home, clock).close()
    with closing(sqlite.connect(home.ledger_file)) as connection:
        connection.execute("DROP INDEX disclosure_joined")
    with closing(open_reader(home.ledger_file)) as reader:
        assert parcel_with(reader, "SO-9") == "SO-9"
    open_ledger(home, clock).close()
    with closing(open_reader(home.ledger_file)) as reader:
        plan = str(reader.connection.execute(f"EXPLAIN QUERY PLAN {_JOINING}", (b"x",)).fetchall())
        assert "disclosure_joined" in plan
