"""What goes wrong around a bench and how it goes on: paper, silent printers, numbers, a locked order book."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from station.app import assemble
from station.cli import main
from station.clock import SystemClock
from station.codes import badge_code
from station.devices.virtual.firmware import PrinterFault
from station.devices.virtual.printer import VirtualPrinter
from station.errors import Trouble
from station.home import Home
from tests.e2e.rig import answer, kinds_on_disk, press, rig, verdict, weight
from tests.e2e.warehouse import (
    COASTER,
    FILE_PRINTER,
    ORDER,
    PARCEL_G,
    TRAY,
    import_orders,
    locked,
    prepare,
    state_of,
    waybills,
)

LINES = ("SO-1", TRAY, COASTER, weight(PARCEL_G))


def test_paper_out(wired_home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """Without paper the label waits and says so; with paper it prints by itself, once."""
    printer.strike(PrinterFault.PAPER_OUT)
    with rig(wired_home, qtbot) as bench:
        bench.all(*LINES)
        held = bench.waits_for_event("LabelHeld")
        printer.mend()
        printed = bench.waits_for_event("LabelPrinted")
        assert bench.says(printed["waybill"])["stage"] == "sealed"
    assert verdict(held) == ("printing", "attention", "printer_not_ready")
    assert held["n"] is None
    assert len(printer.paper) == 1


def test_silent_printer_gets_nothing(wired_home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """A printer that answers nothing is not ready: not a byte of a label is sent, and the input may end."""
    printer.strike(PrinterFault.SILENT)
    with rig(wired_home, qtbot) as bench:
        bench.all(*LINES)
        held = bench.waits_for_event("LabelHeld")
    assert verdict(held) == ("printing", "attention", "printer_not_ready")
    assert len(printer.paper) == 0
    assert "LabelSent" not in kinds_on_disk(wired_home)


@pytest.mark.parametrize("came_out", [False, True])
def test_printer_dies_in_the_middle(wired_home: Home, printer: VirtualPrinter, qtbot: QtBot, came_out: bool) -> None:
    """A printer that dies while it prints leaves a question: NO prints a second copy, YES goes on without one."""
    printer.plan_fault(1, PrinterFault.DIES)
    with rig(wired_home, qtbot) as bench:
        bench.all(*LINES)
        asked = bench.waits_for_event("LabelUnknown")
        printer.mend()
        answered = bench.says(answer(asked["prompt"]["id"], came_out))
        printed = bench.waits_for_event("LabelPrinted")
        sealed = bench.says(printed["waybill"])
    assert verdict(asked) == ("prompting", "attention", "print_unknown")
    assert (asked["label"], asked["prompt"]["kind"]) == ("unknown", "yes_no")
    assert answered["events"][0] == "PromptAnswered"
    assert sealed["stage"] == "sealed"
    assert len(printer.paper) == (0 if came_out else 1)


def test_waybills_added_by_another_program(home: Home, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    """A label that waits for a number goes on when ``waybills add`` brings some in."""
    prepare(home, ORDER, numbers=0)
    numbers = home.root / "numbers.txt"
    numbers.write_text("\n".join(waybills(2)), encoding="utf-8")
    with rig(home, qtbot) as bench:
        waits = bench.all(*LINES)
        assert main(["--home", str(home.root), "waybills", "add", str(numbers), "--service", "yto"]) == 0
        printed = bench.waits_for_event("LabelPrinted")
    assert verdict(waits) == ("printing", "attention", "no_waybill")
    assert printed["waybill"] == waybills(1)[0]
    assert "2 numbers added" in capsys.readouterr().out


def test_supervisor_added_by_another_program(
    ready_home: Home, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    """A supervisor added with ``users add`` may allow a short pack."""
    assert main(["--home", str(ready_home.root), "users", "add", "--badge", "9", "--name", "Wu Example",
                 "--supervisor"]) == 0  # fmt: skip
    with rig(ready_home, qtbot) as bench:
        told = bench.all("SO-1", TRAY, press("short", "none left"), badge_code("9"))
    assert told["events"] == ["PromptAnswered", "ShortPackAllowed"]
    assert "Wu Example" in capsys.readouterr().out


def test_order_book_locked_by_another_program(ready_home: Home, qtbot: QtBot) -> None:
    """While the order book is locked the open order is packed on; a new one is refused in words, and later opens."""
    import_orders(ready_home, {"SO-2": {"COASTER-10": 1}})
    with rig(ready_home, qtbot) as bench:
        bench.says("SO-1")
        with locked(ready_home):
            packed = bench.all(TRAY, COASTER, weight(PARCEL_G))
            sealed = bench.says(bench.waits_for_event("LabelPrinted")["waybill"])
            refused = bench.says("SO-2")
        while (opened := bench.says("SO-2"))["stage"] != "packing":
            assert opened["reason"] == "book_unreachable"
    assert packed["waybill"] == waybills(1)[0]
    assert sealed["stage"] == "sealed"
    assert verdict(refused) == ("sealed", "attention", "book_unreachable")
    assert state_of(ready_home, "SO-1") == "sealed"


def test_order_book_moved_away(home: Home, qtbot: QtBot) -> None:
    """With the order book's file gone and no age allowed the label waits, and no empty book is made in its place."""
    prepare(home, ORDER, settings="[packing]\nholds_max_age_s = 0\n" + FILE_PRINTER)
    with rig(home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER)
        (home.root / "orders.db").rename(home.root / "away.db")
        told = bench.says(weight(PARCEL_G))
        assert not (home.root / "orders.db").exists()
        (home.root / "away.db").rename(home.root / "orders.db")
        printed = bench.waits_for_event("LabelPrinted")
    assert verdict(told) == ("printing", "attention", "holds_unknown")
    assert printed["label"] == "printed"


@pytest.mark.parametrize(
    ("settings", "code", "said"),
    [
        ("[bench\n", 3, "this is not TOML"),
        ("[bench]\norderbook = 'mysql://x'\n", 3, "cannot live in mysql"),
        (FILE_PRINTER.replace('"zpl"', '"esc/p2"'), 3, "no printer speaks 'esc/p2'"),
        (FILE_PRINTER.replace("file:out", "carrier-pigeon:1"), 3, "carrier-pigeon"),
    ],
)
def test_settings_that_cannot_be(home: Home, qapp: object, settings: str, code: int, said: str) -> None:
    """Settings that cannot be are refused in one sentence, before anything is written."""
    home.root.mkdir(parents=True)
    home.settings_file.write_text(settings, encoding="utf-8")
    with pytest.raises(Trouble) as refused:
        assemble(home, clock=SystemClock())
    assert refused.value.exit_code == code
    assert said in refused.value.sentence()
    assert not home.ledger_file.exists()
