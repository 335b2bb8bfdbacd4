"""Two printers at one bench: the packer chooses when the usual one fails, and no parcel ever has two live labels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from station.cli import main
from station.codes import badge_code
from station.devices.virtual.firmware import PrinterFault
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.home import Home
from station.labels.paint import Bitmap
from station.labels.readback import codes_in
from tests.e2e.bench_process import BenchProcess, bench_process
from tests.e2e.rig import Rig, Told, answer, kinds_on_disk, press, rig, verdict, weight
from tests.e2e.test_power_cuts import audited
from tests.e2e.warehouse import COASTER, ORDER, PARCEL_G, TRAY, import_orders, prepare, state_of, waybills

PRINTER = '[[device]]\nname = "{name}"\nkind = "printer"\nlink = "{link}"\nspeaks = "{speaks}"\n\n'
LINES = ("SO-1", TRAY, COASTER, weight(PARCEL_G))


class Pair:
    """The usual one speaks ZPL, the spare TSPL."""

    def __init__(self, home: Home) -> None:
        self.usual = VirtualPrinter(TcpOutlet(), label_ms=20)
        self.spare = VirtualPrinter(TcpOutlet(), speaks="tspl", label_ms=20)
        devices = (("label printer", self.usual, "zpl"), ("spare", self.spare, "tspl"))
        described = (PRINTER.format(name=n, link=p.outlet.address, speaks=s) for n, p, s in devices)
        prepare(home, ORDER, settings="".join(described))

    @property
    def papers(self) -> int:
        return len(self.usual.paper) + len(self.spare.paper)

    def close(self) -> None:
        self.usual.close()
        self.spare.close()


@pytest.fixture
def pair(home: Home, qapp: object) -> Iterator[Pair]:
    made = Pair(home)
    yield made
    made.close()


def _both_known(bench: Rig) -> None:
    """Both printers have said how they are."""
    bench.waits_for(lambda _: sum(line["events"].count("DeviceChanged") for line in bench.told) >= 2)


def _waybill_on(printer: VirtualPrinter) -> set[str]:
    paper = printer.paper[-1]
    return {text for _, text in codes_in(Bitmap(dots=paper.bitmap, width_dots=paper.width_dots,
                                                height_dots=paper.height_dots))}  # fmt: skip


def test_the_packer_chooses_the_other_printer(home: Home, pair: Pair, qtbot: QtBot) -> None:
    """Out of paper: the spare is offered, chosen, and prints the same number in its own language, once."""
    pair.usual.strike(PrinterFault.PAPER_OUT)
    with rig(home, qtbot) as bench:
        _both_known(bench)
        bench.all(*LINES)
        asked = bench.waits_for_event("PromptOpened")
        chosen = bench.says({"press": "choice", "argument": "SPARE"})
        printed = bench.waits_for_event("LabelPrinted")
        sealed = bench.says(printed["waybill"])
    assert verdict(asked) == ("prompting", "attention", "printer_not_ready")
    assert (asked["label"], asked["prompt"]["choices"]) == ("requested", ["spare", "wait"])
    assert chosen["events"][:3] == ["PromptAnswered", "PrinterChosen", "LabelVoided"]
    assert printed["stage"] == "labelling"
    assert sealed["stage"] == "sealed"
    assert (len(pair.usual.paper), len(pair.spare.paper)) == (0, 1)
    assert waybills(1)[0] in _waybill_on(pair.spare)
    assert kinds_on_disk(home).count("LabelSent") == 1


def test_paper_comes_first(home: Home, pair: Pair, qtbot: QtBot) -> None:
    """Who loads paper instead of answering gets the label where it waited, and the question goes away."""
    pair.usual.strike(PrinterFault.PAPER_OUT)
    with rig(home, qtbot) as bench:
        _both_known(bench)
        bench.all(*LINES)
        bench.waits_for_event("PromptOpened")
        pair.usual.mend()
        printed = bench.waits_for_event("LabelPrinted")
    assert printed["prompt"] is None
    assert (len(pair.usual.paper), len(pair.spare.paper)) == (1, 0)


def test_packing_goes_on_while_paper_is_fetched(home: Home, qtbot: QtBot) -> None:
    """The order is put aside with its units, another one is packed, and later the label prints once, unmarked."""
    printer = VirtualPrinter(TcpOutlet(), label_ms=20)
    prepare(home, ORDER, settings=PRINTER.format(name="p", link=printer.outlet.address, speaks="zpl"))
    import_orders(home, {"SO-2": {"COASTER-10": 1}})
    printer.strike(PrinterFault.PAPER_OUT)
    with rig(home, qtbot) as bench:
        bench.all(*LINES)
        bench.waits_for_event("LabelHeld")
        held = bench.says(press("hold"))
        assert bench.waits_until_opened("SO-2")["stage"] == "packing"
        bench.says(COASTER)
        bench.says(press("hold"))
        printer.mend()
        opened = bench.waits_until_opened("SO-1")
        bench.says(answer(opened["prompt"]["id"], True))
        bench.all(weight(0), weight(PARCEL_G))
        sealed = bench.says(bench.waits_for_event("LabelPrinted")["waybill"])
    assert held["events"] == ["HoldAsked", "LabelVoided", "OrderParked"]
    assert sealed["stage"] == "sealed"
    assert len(printer.paper) == 1
    printer.close()


def test_another_number_for_a_label_on_a_wrong_box(
    home: Home, pair: Pair, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    """A supervisor's badge voids the number in the order book for ever; the parcel ships under the next one."""
    assert main(["--home", str(home.root), "users", "add", "--badge", "9", "--name", "Wu Example", "--supervisor"]) == 0
    old, new = waybills(2)
    with rig(home, qtbot) as bench:
        bench.all(*LINES)
        bench.waits_for_event("LabelPrinted")
        bench.says(press("reprint", "wrong_box"))
        voided = bench.says(badge_code("9"))
        bench.waits_for(lambda told: told["waybill"] == new and told["label"] == "printed")
        wrong = bench.says(old)
        bench.says(press("clear"))
        sealed = bench.says(new)
    capsys.readouterr()
    assert main(["--home", str(home.root), "waybills", "voided"]) == 0
    assert voided["events"][:3] == ["PromptAnswered", "LabelVoided", "WaybillVoided"]
    assert verdict(wrong) == ("stopped", "stop", "wrong_label")
    assert sealed["stage"] == "sealed"
    assert old in capsys.readouterr().out
    assert len(pair.usual.paper) == 2


CUTS = ("asked", "chosen at once", "chosen", "printed")


@pytest.mark.parametrize("cut", CUTS)
def test_killed_between_two_steps(home: Home, pair: Pair, qtbot: QtBot, cut: str) -> None:
    """After a kill at any step the bench asks what it cannot know, and the parcel ends with one live label."""
    pair.usual.strike(PrinterFault.PAPER_OUT)
    with bench_process(home, qtbot) as bench:
        bench.waits_for(lambda _: sum(line["events"].count("DeviceChanged") for line in bench.own) >= 2)
        bench.all(*LINES)
        asked = bench.waits_for_event("PromptOpened")
        if cut != "asked":
            bench.send(answer(asked["prompt"]["id"], "spare"))
        _die(bench, cut)
    with bench_process(home, qtbot) as bench:
        sealed = _finish(bench, pair)
        assert bench.ends() == 0
    assert sealed["stage"] == "sealed"
    assert state_of(home, "SO-1") == "sealed"
    assert audited(home) == ()
    marked = kinds_on_disk(home).count("LabelUnknown")
    assert 1 <= pair.papers <= 1 + marked


def _die(bench: BenchProcess, cut: str) -> None:
    if cut == "chosen":
        bench.waits_for_event("PrinterChosen")
    if cut == "printed":
        bench.waits_for_event("LabelPrinted")
    QTimer.singleShot(3 if cut == "chosen at once" else 0, bench.stop_now)
    bench.waits_for_exit()


def _finish(bench: BenchProcess, pair: Pair) -> Told:
    """Looks at the printers when asked, takes the spare where one is offered, and sticks the label on."""
    bench.says(press("photo"))
    while (told := bench.told[-1])["stage"] != "sealed":
        match told["stage"]:
            case "prompting" if told["prompt"]["kind"] == "yes_no":
                bench.says(answer(told["prompt"]["id"], pair.papers > 0))
            case "prompting":
                bench.says(answer(told["prompt"]["id"], told["prompt"]["choices"][0]))
            case "labelling":
                bench.says(str(told["waybill"]))
            case _:
                bench.waits_for(lambda _, last=told: bench.told[-1] is not last)  # type: ignore[misc]
    return told
