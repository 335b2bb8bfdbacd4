"""Papers that go with a parcel: they print by themselves, elsewhere if so said, and hold up neither label nor seal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from station.devices.page_printing import pages
from station.devices.virtual.firmware import PrinterFault
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.home import Home
from station.labels.paint import Bitmap
from station.labels.readback import codes_in
from tests.e2e.rig import Rig, Told, kinds_on_disk, press, rig, weight
from tests.e2e.test_power_cuts import audited
from tests.e2e.warehouse import COASTER, ORDER, PARCEL_G, TRAY, import_orders, prepare, waybills

LABEL_PRINTER = '[[device]]\nname = "labels"\nkind = "printer"\nlink = "{link}"\nspeaks = "zpl"\n'
OFFICE = '[[device]]\nname = "office"\nkind = "printer"\nlink = "file:paper"\nprofile = "pdf-a4"\n'
SLIP = '[[paper]]\nname = "slip"\ntemplate = "packing-slip-148x210"\nprinter = "office"\n'
ITEM = '[[paper]]\nname = "item"\ntemplate = "item-60x40"\nper = "unit"\nskus = ["COASTER-10"]\n'
LINES = ("SO-1", TRAY, COASTER, weight(PARCEL_G))
WAYBILL, SECOND = waybills(2)


@pytest.fixture
def printer(qapp: object) -> Iterator[VirtualPrinter]:
    device = VirtualPrinter(TcpOutlet(), label_ms=20)
    yield device
    device.close()


def _labelled(bench: Rig) -> Told:
    bench.waits_for_event("DeviceChanged")
    bench.all(*LINES)
    return bench.waits_for_event("LabelPrinted")


def _states(told: Told) -> list[tuple[str, str]]:
    return [(paper["name"], paper["state"]) for paper in told["papers"]]


def _slip_codes(home: Home) -> set[str]:
    (file,) = (home.root / "paper").glob("*.pdf")
    (page,) = pages(file.read_bytes(), 300)
    return {
        text for _, text in codes_in(Bitmap(dots=page.bitmap, width_dots=page.width_dots, height_dots=page.height_dots))
    }


def test_a_slip_on_the_office_printer(home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """The label comes first; then the slip of what is in the box lies on another printer, once, and is on record."""
    prepare(home, ORDER, settings=LABEL_PRINTER.format(link=printer.outlet.address) + OFFICE + SLIP)
    with rig(home, qtbot) as bench:
        _labelled(bench)
        told = bench.waits_for(lambda told: _states(told) == [("slip", "printed")])
        assert told["papers"][0]["printer"] == "office"
        assert bench.says(WAYBILL)["stage"] == "sealed"
    assert len(printer.paper) == 1
    assert _slip_codes(home) == {WAYBILL}
    kinds = kinds_on_disk(home)
    assert [kinds.count(kind) for kind in ("PapersAsked", "PaperRequested", "PaperFailed")] == [1, 1, 0]
    assert kinds.index("LabelSent") < kinds.index("PapersAsked")
    assert audited(home) == ()


def test_item_labels_on_the_label_printer(home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """One of an item for each unit of it, in one job behind the label; other items get none."""
    prepare(home, {"SO-1": {"TRAY-30": 1, "COASTER-10": 2}},
            settings=LABEL_PRINTER.format(link=printer.outlet.address) + ITEM)  # fmt: skip
    with rig(home, qtbot) as bench:
        bench.waits_for_event("DeviceChanged")
        bench.all("SO-1", TRAY, COASTER, COASTER, weight(466))
        bench.waits_for(lambda told: _states(told) == [("item", "printed")])
        assert bench.says(WAYBILL)["stage"] == "sealed"
    assert [(one.width_dots, one.height_dots) for one in printer.paper] == [(800, 1200), (480, 320), (480, 320)]


def test_a_paper_that_fails_blocks_nothing(home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """The printer's paper is not for a slip: said with the way out, the parcel is sealed, and PAPERS tries again."""
    settings = LABEL_PRINTER.format(link=printer.outlet.address).replace("speaks", 'media = "100x150"\nspeaks')
    prepare(home, ORDER, settings=settings + SLIP.replace('printer = "office"\n', ""))
    with rig(home, qtbot) as bench:
        _labelled(bench)
        failed = bench.waits_for_event("PaperFailed")
        sealed = bench.says(WAYBILL)
        again = bench.says(press("papers"))
        bench.waits_for_event("PaperFailed", times=2)
    assert _states(failed) == [("slip", "failed")]
    assert failed["verdict"] in ("info", "ok")
    assert sealed["stage"] == "sealed"
    assert again["events"] == ["PapersAsked"]
    assert len(printer.paper) == 1


def test_a_printer_for_papers_that_is_out_of_paper(home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """Parcels are sealed one after the other meanwhile; the slips come out when paper is loaded, each once."""
    slips = VirtualPrinter(TcpOutlet(), speaks="tspl", label_ms=20)
    office = OFFICE.replace("file:paper", slips.outlet.address).replace('profile = "pdf-a4"', 'speaks = "tspl"')
    prepare(home, ORDER, settings=LABEL_PRINTER.format(link=printer.outlet.address) + office + SLIP)
    import_orders(home, {"SO-2": {"COASTER-10": 1}})
    slips.strike(PrinterFault.PAPER_OUT)
    with rig(home, qtbot) as bench:
        bench.waits_for(lambda _: sum(line["events"].count("DeviceChanged") for line in bench.told) >= 2)
        _labelled(bench)
        waits = bench.waits_for(lambda told: _states(told) == [("slip", "requested")] and told["n"] is None)
        assert bench.says(WAYBILL)["stage"] == "sealed"
        bench.all("SO-2", COASTER, weight(0), weight(28))
        bench.waits_for(lambda told: told["waybill"] == SECOND and told["label"] == "printed")
        assert bench.says(SECOND)["stage"] == "sealed"
        slips.mend()
        qtbot.waitUntil(lambda: len(slips.paper) == 2, timeout=20_000)
    assert waits["stage"] == "labelling"
    assert len(printer.paper) == 2
    slips.close()


def test_a_restart_forgets_no_paper_and_prints_none(home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """A paper under way when the bench stopped may not be out: said, not printed again by itself; PAPERS does."""
    slips = VirtualPrinter(TcpOutlet(), speaks="tspl", label_ms=20)
    office = OFFICE.replace("file:paper", slips.outlet.address).replace('profile = "pdf-a4"', 'speaks = "tspl"')
    prepare(home, ORDER, settings=LABEL_PRINTER.format(link=printer.outlet.address) + office + SLIP)
    slips.strike(PrinterFault.PAPER_OUT)
    with rig(home, qtbot) as bench:
        _labelled(bench)
        bench.waits_for(lambda told: _states(told) == [("slip", "requested")])
    slips.mend()
    with rig(home, qtbot) as bench:
        resumed = bench.waits_for(lambda told: "BenchStarted" in told["events"])
        assert _states(resumed) == [("slip", "unknown")]
        bench.says(press("papers"))
        bench.waits_for(lambda told: _states(told) == [("slip", "printed")])
        assert bench.says(WAYBILL)["stage"] == "sealed"
    assert len(slips.paper) == 1
    slips.close()
