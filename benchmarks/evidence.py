"""The ledger computed again, entry by entry, beside a bare read of its rows; and one parcel's bundle."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from benchmarks.tables import Series, ratio, show, sized, us
from station.clock import SystemClock
from station.evidence.audit import Audit, audit
from station.evidence.bundle import export
from station.evidence.checkpoint import VerifierKey
from station.evidence.fact import JSON, Fact
from station.evidence.keys import load
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import open_reader
from station.evidence.verify import examine
from station.home import Home
from station.labels.pages import html_pdf

ENTRIES: Final = 50_000
OF_A_PARCEL: Final = 20
ROUNDS: Final = 3


def run(folder: Path, share: float) -> None:
    application = QApplication.instance() or QApplication(["benchmarks"])
    home = Home(folder / "evidence-home")
    entries = sized(ENTRIES, share, least=2 * OF_A_PARCEL)
    _write(home, entries)
    _audit(home)
    _bundle(home, folder, sized(5, share))
    del application


def _write(home: Home, entries: int) -> None:
    """Parcels of an order's opening, scans and a seal, each parcel in one transaction."""
    ledger = Ledger.open(
        home, org="local", bench="B01", clock=SystemClock(), random_bytes=os.urandom, build="benchmark"
    )
    with closing(ledger):
        for parcel in range(entries // OF_A_PARCEL):
            number = f"SO-{parcel:08}"
            ledger.append(_parcel(number), order_no=number, by="p1")


def _parcel(number: str) -> list[Fact]:
    person = {"name": "测试收件人", "phone": "000-0000-0000", "street": "示例路 1 号"}
    opened = Fact(kind="OrderOpened", pub={"fence": 1}, com={"order_number": number, "recipient": person})
    pub: dict[str, JSON] = {
        "line": 0,
        "sku": "SKU-000017",
        "units": 1,
        "code": "6900000000175",
        "device": "scanner",
        "mono_us": 1,
    }
    scans = [Fact(kind="ItemPacked", pub=pub) for _ in range(OF_A_PARCEL - 2)]
    return [opened, *scans, Fact(kind="ParcelSealed", pub={"weight_mg": 431_000}, com={"waybill": "YT0"})]


def _audit(home: Home) -> None:
    with closing(open_reader(home.ledger_file)) as reader:
        key = _bench_key(home)
        series = {name: Series() for name in ("bare rows", "entries, as replay reads them", "audit")}
        told: list[Audit] = []
        for _ in range(ROUNDS):
            series["bare rows"].take(lambda: sum(1 for _ in reader.connection.execute(_ROWS)))
            series["entries, as replay reads them"].take(lambda: sum(1 for _ in reader.entries()))
            series["audit"].take(lambda: told.append(audit(reader, key, home.media)))
        count = reader.size
    bare = series["bare rows"].median
    rows = [(name, us(one.median), f"{count / one.median * 1e6:,.0f}", ratio(one.median, bare))
            for name, one in series.items()]  # fmt: skip
    show(f"Ledger of {count} entries, {len(told[0].faults)} faults", ("", "time", "entries/s", "to bare rows"), rows)


_ROWS = "SELECT seq, kind, order_id, leaf, header FROM entry ORDER BY seq"


def _bench_key(home: Home) -> VerifierKey:
    return load(home, org="local", bench="B01").bench.public


def _bundle(home: Home, folder: Path, rounds: int) -> None:
    out = folder / "case.zip"
    series = {"export of one parcel": Series(), "verify its bundle": Series()}
    for number in range(rounds):
        out.unlink(missing_ok=True)
        order = f"SO-{number % 2:08}"
        series["export of one parcel"].take(lambda order=order: export(home, order, out, make_pdf=html_pdf))  # type: ignore[misc]
        series["verify its bundle"].take(lambda: examine(str(out), None))
    rows = [(name, us(one.median), us(one.cpu)) for name, one in series.items()]
    show(f"Bundle of a parcel of {OF_A_PARCEL} entries, {rounds} times", ("", "median", "CPU"), rows)
