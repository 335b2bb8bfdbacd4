"""The template follows the printer's paper and the service's sizes; where none fits, another printer is offered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from station.cli import main
from station.codes import command_code
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.home import Home
from station.packing.inputs import Command
from tests.e2e.rig import Rig, answer, kinds_on_disk, press, rig, verdict, weight
from tests.e2e.warehouse import COASTER, ORDER, PARCEL_G, TRAY, import_orders, prepare, waybills

PRINTER = '[[device]]\nname = "{name}"\nkind = "printer"\nlink = "{link}"\nspeaks = "{speaks}"\nmedia = "{media}"\n\n'
LINES = ("SO-1", TRAY, COASTER, weight(PARCEL_G))
WAYBILL, SECOND = waybills(2)


@pytest.fixture
def usual(qapp: object) -> Iterator[VirtualPrinter]:
    device = VirtualPrinter(TcpOutlet(), label_ms=20)
    yield device
    device.close()


@pytest.fixture
def spare(qapp: object) -> Iterator[VirtualPrinter]:
    device = VirtualPrinter(TcpOutlet(), speaks="tspl", label_ms=20)
    yield device
    device.close()


def _device(printer: VirtualPrinter, name: str, speaks: str, media: str) -> str:
    return PRINTER.format(name=name, link=printer.outlet.address, speaks=speaks, media=media)


def _ready(bench: Rig, printers: int) -> None:
    bench.waits_for(lambda _: sum(line["events"].count("DeviceChanged") for line in bench.told) >= printers)


def test_the_template_follows_the_paper(home: Home, usual: VirtualPrinter, qtbot: QtBot) -> None:
    """With 76 x 130 loaded, a service that takes it gets that label, whatever the usual template is."""
    prepare(home, ORDER, settings=_device(usual, "usual", "zpl", "76x130"))
    with rig(home, qtbot) as bench:
        _ready(bench, 1)
        bench.all(*LINES)
        assert bench.says(bench.waits_for_event("LabelPrinted")["waybill"])["stage"] == "sealed"
    assert [(one.width_dots, one.height_dots) for one in usual.paper] == [(608, 1040)]


def test_no_paper_that_fits(home: Home, usual: VirtualPrinter, qtbot: QtBot) -> None:
    """Refused in words that name the service's sizes, the paper and the printer; nothing is sent."""
    prepare(home, ORDER, settings=_device(usual, "usual", "zpl", "60x40"))
    with rig(home, qtbot) as bench:
        _ready(bench, 1)
        told = bench.all(*LINES)
        told = bench.waits_for_event("LabelHeld")
    assert verdict(told)[1:] == ("attention", "label_unprintable")
    assert not usual.paper
    assert "LabelRequested" not in kinds_on_disk(home)


def test_another_printer_has_the_paper(home: Home, usual: VirtualPrinter, spare: VirtualPrinter, qtbot: QtBot) -> None:
    """It is offered by name, prints by the packer's choice, and the next such parcel goes there without a question."""
    settings = _device(usual, "usual", "zpl", "60x40") + _device(spare, "spare", "tspl", "100x150")
    prepare(home, ORDER, settings=settings)
    import_orders(home, {"SO-2": {"COASTER-10": 1}})
    with rig(home, qtbot) as bench:
        _ready(bench, 2)
        bench.all(*LINES)
        asked = bench.waits_for_event("PromptOpened")
        bench.says(command_code(Command.CHOICE, "SPARE"))
        bench.waits_for_event("LabelPrinted")
        assert bench.says(WAYBILL)["stage"] == "sealed"
    with rig(home, qtbot) as bench:  # also after a restart
        _ready(bench, 2)
        bench.all("SO-2", COASTER, weight(0), weight(28))
        bench.waits_for(lambda told: told["waybill"] == SECOND and told["label"] == "printed")
        assert bench.says(SECOND)["stage"] == "sealed"
    assert asked["prompt"]["choices"] == ["spare", "none"]
    assert (len(usual.paper), len(spare.paper)) == (0, 2)
    assert kinds_on_disk(home).count("PromptOpened") == 1


def test_the_copy_is_counted_beyond_a_parking(home: Home, usual: VirtualPrinter, qtbot: QtBot) -> None:
    """Held and taken up again with its label on paper: the next one is the second copy, and says so."""
    prepare(home, ORDER, settings=_device(usual, "usual", "zpl", "100x150"))
    with rig(home, qtbot) as bench:
        _ready(bench, 1)
        bench.all(*LINES)
        bench.waits_for_event("LabelPrinted")
        assert main(["--home", str(home.root), "orders", "hold", "SO-1", "--reason", "a call"]) == 0
        bench.waits_for_event("OrderStopped")
        bench.says(press("clear"))
        assert main(["--home", str(home.root), "orders", "release", "SO-1"]) == 0
        opened = bench.says("SO-1")
        assert opened["stage"] == "prompting"
        bench.all(answer(opened["prompt"]["id"], True), weight(0), weight(PARCEL_G))
        bench.waits_for_event("LabelPrinted", times=2)
        assert bench.says(WAYBILL)["stage"] == "sealed"
    first, second = usual.paper
    assert first.bitmap != second.bitmap
