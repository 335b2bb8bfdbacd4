"""A whole bench with a printer of every language: a parcel, paper that runs out, a line that dies in mid-label."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.devices.virtual.outlet import PtyOutlet, TcpOutlet
from station.home import Home
from tests.e2e.printers import ByWire, FarEnd, office_printer, pages_of_file
from tests.e2e.rig import Rig, Told, answer, kinds_on_disk, rig, verdict, weight
from tests.e2e.test_power_cuts import audited
from tests.e2e.warehouse import COASTER, ORDER, PARCEL_G, TRAY, prepare, state_of, waybills

DEVICE = '[[device]]\nname = "p"\nkind = "printer"\nlink = "{link}"\nspeaks = "{speaks}"\n'
LINES = ("SO-1", TRAY, COASTER, weight(PARCEL_G))
(WAYBILL,) = waybills(1)
KINDS = [
    *(f"{speaks} {way}" for speaks in ("zpl", "escpos", "tspl", "epl") for way in ("tcp", "pty")),
    "pdf ipp",
]


@pytest.fixture(params=KINDS)
def printer(request: pytest.FixtureRequest, tmp_path: Path, qapp: object) -> Iterator[FarEnd]:
    speaks, way = str(request.param).split()
    if way == "ipp":
        with office_printer() as office:
            yield office
        return
    made = ByWire(speaks, TcpOutlet() if way == "tcp" else PtyOutlet(tmp_path / "printer"))
    yield made
    made.device.close()


@pytest.fixture
def bench(home: Home, printer: FarEnd, qtbot: QtBot) -> Iterator[Rig]:
    prepare(home, ORDER, settings=DEVICE.format(link=printer.link, speaks=printer.speaks))
    with rig(home, qtbot) as made:
        made.waits_for_event("DeviceChanged")
        yield made


def _seals(bench: Rig, home: Home, printer: FarEnd, *, papers: int) -> Told:
    """The label on the box is scanned back; the record holds."""
    sealed = bench.says(WAYBILL)
    assert sealed["stage"] == "sealed"
    bench.bench.stop()
    assert state_of(home, "SO-1") == "sealed"
    assert audited(home) == ()
    assert [WAYBILL in codes for codes in printer.papers()] == [True] * papers
    return sealed


def test_a_whole_parcel(bench: Rig, home: Home, printer: FarEnd) -> None:
    """Scanned, weighed, printed by the printer's own word, scanned back, sealed; one label came out and reads."""
    bench.all(*LINES)
    printed = bench.waits_for_event("LabelPrinted")
    assert (printed["stage"], printed["label"]) == ("labelling", "printed")
    _seals(bench, home, printer, papers=1)
    assert kinds_on_disk(home).count("LabelSent") == 1


def test_paper_runs_out_in_mid_label(bench: Rig, home: Home, printer: FarEnd) -> None:
    """What reprints by itself finishes the label; of any other the packer is asked once and a marked one is printed."""
    printer.runs_out_in_mid_label()
    bench.all(*LINES)
    bench.waits_for(lambda told: "LabelSent" in told["events"])
    bench.waits_for(lambda told: sum(line["events"].count("DeviceChanged") for line in bench.told) >= 2)
    printer.is_mended()
    if not printer.reprints:
        asked = bench.waits_for_event("LabelUnknown")
        assert verdict(asked) == ("prompting", "attention", "print_unknown")
        bench.says(answer(asked["prompt"]["id"], False))
    bench.waits_for_event("LabelPrinted")
    _seals(bench, home, printer, papers=1)
    assert kinds_on_disk(home).count("LabelRequested") == (1 if printer.reprints else 2)


@pytest.mark.parametrize("how", ["asked", "scanned"])
def test_the_line_dies_in_mid_label(bench: Rig, home: Home, printer: FarEnd, how: str) -> None:
    """Nothing is sent again by itself: one question, and its answer, or the scan of the label, decides."""
    printer.dies_in_mid_label()
    bench.all(*LINES)
    asked = bench.waits_for_event("LabelUnknown")
    assert verdict(asked) == ("prompting", "attention", "print_unknown")
    printer.is_mended()
    if how == "asked":
        bench.says(answer(asked["prompt"]["id"], False))
        bench.waits_for_event("LabelPrinted")
    _seals(bench, home, printer, papers=int(how == "asked"))
    assert kinds_on_disk(home).count("LabelUnknown") == 1


def test_a_printer_that_writes_files(home: Home, qtbot: QtBot) -> None:
    """An office printer as a folder of PDF files: the label is one page, its code reads, and the parcel is sealed."""
    prepare(home, ORDER, settings=DEVICE.format(link="file:out", speaks="pdf"))
    with rig(home, qtbot) as bench:
        bench.all(*LINES)
        bench.waits_for_event("LabelPrinted")
        assert bench.says(WAYBILL)["stage"] == "sealed"
    assert [WAYBILL in codes for codes in pages_of_file(home.root / "out")] == [True]
