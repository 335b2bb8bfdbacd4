"""Handovers become entries of the ledger that sealed the parcel: once each, provable, and never in anybody's way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from station.evidence import verify
from station.evidence.bundle import export
from station.evidence.codec import decode, encode
from station.evidence.entry import Entry
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import open_reader
from station.evidence.media import read
from station.handing import Shelf, facts_owed, write_owed
from station.home import Home
from station.journal import restore
from station.orders.engine import writing
from station.orders.handover import close, open_handover
from station.orders.handover_papers import PDF, PNG, Paper, PaperRole, Papers
from station.orders.handover_scan import scan
from station.orders.orderbook import OrderBook
from station.orders.owing import owed_by_bench
from station.orders.relay import Relay
from station.orders.tables import orders
from station.settings import Settings, load
from tests.clocks import FakeClock
from tests.e2e.rig import kinds_on_disk, press, rig, weight
from tests.e2e.warehouse import COASTER, ORDER, PARCEL_G, TRAY, prepare, state_of
from tests.evidence.conftest import no_pdf
from tests.orders.parcels_made import YTO
from tests.orders.recorded import opened, packed, sealed

GOLDEN = Path(__file__).parent / "golden" / "facts"
SIGNATURE = b"\x89PNG\r\n\x1a\n a hand"
PAPERS = (
    (PaperRole.SHEET, PDF, b"%PDF-1.4 all parcels"),
    (PaperRole.SIGNATURE, PNG, SIGNATURE),
    (PaperRole.PHOTO, "image/jpeg", b"\xff\xd8\xff the load"),
)


def _ledger(home: Home, clock: FakeClock) -> Ledger:
    return Ledger.open(home, org="local", bench="B01", clock=clock, random_bytes=os.urandom, build="test")


@pytest.fixture
def book(home: Home) -> Iterator[OrderBook]:
    home.root.mkdir(parents=True)
    made = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    yield made
    made.close()


@pytest.fixture
def settings(home: Home) -> Settings:
    return load(home)


def _seal(home: Home, book: OrderBook, clock: FakeClock, *numbers: int) -> None:
    """Orders packed at the home's own bench, in ledger and book."""
    with writing(book.engine) as connection:
        for number in numbers:
            values = {"number": f"SO-{number}", "platform": "taobao", "shop": "demo", "state": "packing"}
            connection.execute(orders.insert().values(**values, service="yto", claimed_by="B01", fence=1))
    ledger = _ledger(home, clock)
    for number in numbers:
        waybill = f"YT{number}"
        for event in (
            opened(f"SO-{number}"),
            packed(),
            packed(),
            sealed(waybill, weight_mg=412_300),
        ):
            ledger.append([encode(event)], order_no=f"SO-{number}", by="P001")
    ledger.append([encode(opened("SO-next"))], order_no="SO-next", by="P001")
    Relay(ledger, log=ledger.log_name)(book)
    ledger.close()


def _hand_over(book: OrderBook, *numbers: int) -> int:
    """Scanned out and closed, with sheet, signature and photo."""
    handover = open_handover(book, YTO, who="P007", driver="张师傅", now_us=1_000).id
    for number in numbers:
        assert scan(book, handover, f"YT{number}", who="P007", now_us=2_000).why is None
    kept = tuple(Paper(role=role, mime=mime, data=data, at_us=3_000) for role, mime, data in PAPERS)
    close(book, handover, {}, who="P008", papers=Papers(kept=kept), now_us=3_000)
    return handover


def _written(home: Home) -> list[Entry]:
    reader = open_reader(home.ledger_file)
    try:
        return [entry for entry in reader.entries() if entry.kind in ("ParcelHandedOver", "HandoverClosed")]
    finally:
        reader.close()


def test_a_bundle_shows_the_handover(
    home: Home, book: OrderBook, settings: Settings, clock: FakeClock, tmp_path: Path
) -> None:
    """The parcel's bundle has who took it and the signature, and verifies; the sheet shows others and stays out."""
    _seal(home, book, clock, 1, 2)
    _hand_over(book, 1, 2)
    assert write_owed(home, book, settings, clock)
    out = tmp_path / "case.zip"
    done = export(home, "SO-1", out, make_pdf=no_pdf)
    verdict = verify.examine(out)
    assert verdict.verdict == "verified with remarks", verify.report(verdict)
    assert "1 entries of the order are younger than the seal" in verdict.remarks
    assert done.remarks == ()
    archive = out.read_bytes()
    assert SIGNATURE in archive
    assert "交给快递".encode() in archive
    assert "张师傅".encode() in archive
    assert b"all parcels" not in archive
    assert b"the load" not in archive
    export(home, "SO-1", out, make_pdf=no_pdf, with_papers=True)
    assert verify.examine(out).verdict == "verified with remarks"
    assert b"all parcels" in out.read_bytes()


def test_an_altered_handover_fails(
    home: Home, book: OrderBook, settings: Settings, clock: FakeClock, tmp_path: Path
) -> None:
    """Another driver's name in the bundle is not what was recorded."""
    _seal(home, book, clock, 1)
    _hand_over(book, 1)
    write_owed(home, book, settings, clock)
    out = tmp_path / "case.zip"
    export(home, "SO-1", out, make_pdf=no_pdf)
    out.write_bytes(out.read_bytes().replace("张师傅".encode(), "李师傅".encode()))
    assert verify.examine(out).verdict == "failed"


def test_what_is_recorded(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """An entry a parcel under its order's tag, and one for the whole under none; names only as commitments."""
    _seal(home, book, clock, 1, 2)
    number = _hand_over(book, 1, 2)
    write_owed(home, book, settings, clock)
    first, second, whole = _written(home)
    assert [(entry.kind, entry.order_no) for entry in (first, second, whole)] == [
        ("ParcelHandedOver", "SO-1"),
        ("ParcelHandedOver", "SO-2"),
        ("HandoverClosed", None),
    ]
    fact = first.fact()
    assert (fact.pub["handover"], fact.pub["parcels"], fact.pub["total_mg"]) == (number, 2, 824_600)
    assert fact.com == {"closed_by": "P008", "driver": "张师傅", "scanned_by": "P007", "waybill": "YT1"}
    assert [medium.role for medium in fact.media] == ["handover-sheet", "handover-signature", "handover-photo"]
    assert "张师傅".encode() not in b"".join(entry.header for entry in (first, second, whole))
    assert read(home.media, fact.media[1].path, fact.media[1].key) == SIGNATURE


def test_each_entry_once(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """However often it is asked for; and the book knows that nothing is owed any more."""
    _seal(home, book, clock, 1)
    number = _hand_over(book, 1)
    for _ in range(3):
        assert write_owed(home, book, settings, clock)
    assert len(_written(home)) == 2
    assert owed_by_bench(book, number) == {}


def test_written_before_the_book_heard_of_it(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """Power fails between ledger and book: the relay brings what is there before anything is written anew."""
    _seal(home, book, clock, 1)
    _hand_over(book, 1)
    ledger = _ledger(home, clock)
    for owed in facts_owed(book, Shelf(home.media), "B01"):
        ledger.append([owed.fact], order_no=owed.order_no, by="-")
    ledger.close()
    assert write_owed(home, book, settings, clock)
    assert len(_written(home)) == 2


def test_a_running_bench_is_left_alone(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """While another program has the ledger open nothing is written here; it is owed until that program takes it."""
    _seal(home, book, clock, 1)
    number = _hand_over(book, 1)
    bench = _ledger(home, clock)
    assert not write_owed(home, book, settings, clock)
    assert owed_by_bench(book, number) == {"B01": 2}
    bench.close()
    assert _written(home) == []


def test_a_home_without_a_ledger_writes_none(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """An office that only closes handovers gets no ledger and no keys by it."""
    assert write_owed(home, book, settings, clock)
    assert not home.ledger_file.exists()
    assert not home.keys.exists()


def test_the_bench_goes_on_as_if_nothing_was_written(
    home: Home, book: OrderBook, settings: Settings, clock: FakeClock
) -> None:
    """A job folded from a ledger with handover entries in its midst is the job without them."""
    _seal(home, book, clock, 1)
    ledger = _ledger(home, clock)
    before = restore(ledger)
    ledger.close()
    _hand_over(book, 1)
    write_owed(home, book, settings, clock)
    assert len(_written(home)) == 2
    ledger = _ledger(home, clock)
    assert restore(ledger) == before
    ledger.close()


@pytest.mark.parametrize("kind", ["ParcelHandedOver", "HandoverClosed"])
def test_golden_facts(kind: str, home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """A fact of each kind as it was first recorded: the fold passes it over, the book crosses it off, fields stay."""
    golden = Fact(**msgspec.json.decode((GOLDEN / f"{kind}.json").read_bytes()))
    assert decode(golden) is None
    _seal(home, book, clock, 1)
    number = _hand_over(book, 1)
    fact = replace(golden, pub={**golden.pub, "handover": number}, com=_with_waybill(golden, "YT1"))
    ledger = _ledger(home, clock)
    ledger.append([fact], order_no="SO-1" if kind == "ParcelHandedOver" else None, by="-")
    Relay(ledger, log=ledger.log_name)(book)
    ledger.close()
    assert owed_by_bench(book, number) == {"B01": 1}
    write_owed(home, book, settings, clock)
    for entry in _written(home):
        if entry.kind == kind:
            assert (set(entry.fact().pub), set(entry.fact().com)) == (set(golden.pub), set(golden.com))


def _with_waybill(golden: Fact, waybill: str) -> dict[str, str]:
    named = {"waybill": waybill} if "waybill" in golden.com else {}
    return {**{name: str(value) for name, value in golden.com.items()}, **named}


def test_a_running_bench_writes_it(home: Home, qtbot: QtBot) -> None:
    """Closed in the office while the bench packs the next order: the bench writes it between two scans and packs on."""
    prepare(home, ORDER | {"SO-2": {"TRAY-30": 1}})
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER, weight(PARCEL_G))
        waybill = bench.waits_for_event("LabelPrinted")["waybill"]
        bench.says(waybill)
        qtbot.waitUntil(lambda: state_of(home, "SO-1") == "sealed")
        office = OrderBook.open(load(home).bench.orderbook)
        number = open_handover(office, YTO, who="P007", now_us=1).id
        assert scan(office, number, waybill, who="P007", now_us=1).why is None
        close(office, number, {}, who="P007", driver="张师傅", now_us=2)
        qtbot.waitUntil(lambda: owed_by_bench(office, number) == {}, timeout=15_000)
        office.close()
        bench.says(press("next"))
        bench.says("SO-2")
        assert bench.says(TRAY)["lines"][0]["packed"] == 1
    assert [kind for kind in kinds_on_disk(home) if "Hand" in kind] == ["ParcelHandedOver", "HandoverClosed"]
