"""``sealbench bench`` from outside: pipes, exit codes, a real printer's bytes, trouble with files and neighbours."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from station.cli import main
from station.codes import badge_code
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.zpl_printer import PrinterFault, VirtualPrinter
from station.evidence import audit, keys
from station.evidence.ledger_reading import open_reader
from station.home import Home
from tests.e2e.bench_process import BenchProcess, bench_process
from tests.e2e.rig import Told, answer, kinds_on_disk, press, weight
from tests.e2e.warehouse import COASTER, FILE_PRINTER, TRAY, import_orders, labels, locked, prepare, state_of, waybills

ORDER = {"SO-1": {"TRAY-30": 1, "COASTER-10": 1}}
PARCEL_G = 438
LINES = ("SO-1", TRAY, COASTER, weight(PARCEL_G))


@pytest.fixture
def ready_home(home: Home) -> Home:
    """SO-1: a tray and a coaster; five waybill numbers; a printer that writes files."""
    prepare(home, ORDER)
    return home


@pytest.fixture
def printer(qapp: object) -> Iterator[VirtualPrinter]:
    """A printer at a TCP port of this machine."""
    device = VirtualPrinter(TcpOutlet(), label_ms=30)
    yield device
    device.close()


@pytest.fixture
def wired_home(home: Home, printer: VirtualPrinter) -> Home:
    """The same, with the printer at its TCP port."""
    prepare(home, ORDER, settings=FILE_PRINTER.replace("file:out", printer.outlet.address))
    return home


def verdict(told: Told) -> tuple[str, str, str | None]:
    return told["stage"], told["verdict"], told["reason"]


def audited(home: Home) -> None:
    """The whole log computed again has no fault."""
    reader = open_reader(home.ledger_file)
    org, bench, _ = reader.log.split("/")
    found = audit.audit(reader, keys.load(home, org=org, bench=bench).bench.public, home.media)
    reader.close()
    assert found.ok, found.faults


def test_whole_parcel_in_one_pipe(ready_home: Home, qtbot: QtBot) -> None:
    """All lines of a parcel piped in at once are answered one by one, and the parcel is sealed at the end."""
    with bench_process(ready_home, qtbot) as bench:
        for line in (*LINES, waybills(1)[0], b""):
            bench.send(line)
        assert bench.ends() == 0
    assert [line["n"] for line in bench.told if line["n"]] == [1, 2, 3, 4, 5]
    assert bench.told[-1]["stage"] == "sealed"
    assert len(labels(ready_home)) == 1
    assert state_of(ready_home, "SO-1") == "sealed"
    audited(ready_home)


def test_two_parcels_over_a_real_printer(wired_home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """Two parcels piped in wait for their paper each, printed over TCP and believed by the printer's own word."""
    import_orders(wired_home, {"SO-2": {"COASTER-10": 1}})
    first, second = waybills(2)
    with bench_process(wired_home, qtbot) as bench:
        for line in (*LINES, first, weight(0), "SO-2", COASTER, weight(28), second):
            bench.send(line)
        assert bench.ends() == 0
    assert bench.told[-1]["stage"] == "sealed"
    assert [line["label"] for line in bench.told if "LabelSent" in line["events"]] == ["sent", "sent"]
    assert [line["label"] for line in bench.told if "LabelPrinted" in line["events"]] == ["printed", "printed"]
    assert len(printer.paper) == 2
    assert not printer.refused


def test_end_of_input_in_the_middle(ready_home: Home, qtbot: QtBot) -> None:
    """Input that ends in the middle of a parcel ends the bench with 0; the next run goes on at the same unit."""
    with bench_process(ready_home, qtbot) as bench:
        bench.send("SO-1")
        bench.send(TRAY)
        assert bench.ends() == 0
    with bench_process(ready_home, qtbot) as bench:
        sealed = bench.all(COASTER, weight(PARCEL_G), waybills(1)[0])
        resumed = bench.told[0]
        assert bench.ends() == 0
    assert (resumed["n"], resumed["order"], resumed["stage"]) == (None, "SO-1", "packing")
    assert [line["packed"] for line in resumed["lines"]] == [1, 0]
    assert sealed["stage"] == "sealed"
    audited(ready_home)


def test_paper_out(wired_home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """Without paper the label waits and says so; with paper it prints by itself, once."""
    printer.strike(PrinterFault.PAPER_OUT)
    with bench_process(wired_home, qtbot) as bench:
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
    with bench_process(wired_home, qtbot, "--wait", "2") as bench:
        bench.all(*LINES)
        held = bench.waits_for_event("LabelHeld")
        assert bench.ends() == 0
    assert verdict(held) == ("printing", "attention", "printer_not_ready")
    assert len(printer.paper) == 0
    assert "LabelSent" not in kinds_on_disk(wired_home)


@pytest.mark.parametrize("came_out", [False, True])
def test_printer_dies_in_the_middle(
    wired_home: Home, printer: VirtualPrinter, qtbot: QtBot, came_out: bool
) -> None:
    """A printer that dies while it prints leaves a question: NO prints a second copy, YES goes on without one."""
    printer.plan_fault(1, PrinterFault.DIES)
    with bench_process(wired_home, qtbot) as bench:
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


def test_input_ends_while_the_label_prints(wired_home: Home, printer: VirtualPrinter, qtbot: QtBot) -> None:
    """At the end of the input the bench waits for the paper before it goes."""
    with bench_process(wired_home, qtbot) as bench:
        for line in LINES:
            bench.send(line)
        assert bench.ends() == 0
    assert bench.told[-1]["label"] == "printed"
    assert len(printer.paper) == 1


def test_waybills_added_by_another_program(home: Home, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    """A label that waits for a number goes on when ``waybills add`` brings some in."""
    prepare(home, ORDER, numbers=0)
    numbers = home.root / "numbers.txt"
    numbers.write_text("\n".join(waybills(2)), encoding="utf-8")
    with bench_process(home, qtbot) as bench:
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
    with bench_process(ready_home, qtbot) as bench:
        told = bench.all("SO-1", TRAY, press("short", "none left"), badge_code("9"))
    assert told["events"] == ["PromptAnswered", "ShortPackAllowed"]
    assert "Wu Example" in capsys.readouterr().out


def test_order_book_locked_by_another_program(ready_home: Home, qtbot: QtBot) -> None:
    """While the order book is locked the open order is packed on; a new one is refused in words, and later opens."""
    import_orders(ready_home, {"SO-2": {"COASTER-10": 1}})
    with bench_process(ready_home, qtbot) as bench:
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
    """With the order book's file gone and no age allowed, the label waits: holds_unknown."""
    prepare(home, ORDER, settings="[packing]\nholds_max_age_s = 0\n" + FILE_PRINTER)
    with bench_process(home, qtbot) as bench:
        bench.all("SO-1", TRAY, COASTER)
        for name in ("orders.db", "orders.db-wal", "orders.db-shm"):
            if (home.root / name).exists():
                (home.root / name).rename(home.root / f"{name}.away")
        (home.root / "orders.db").mkdir()
        told = bench.says(weight(PARCEL_G))
    assert verdict(told) == ("printing", "attention", "holds_unknown")
    assert labels(home) == []


def _refused_start(home: Home, qtbot: QtBot) -> tuple[int, str]:
    bench = BenchProcess(home, qtbot)
    code = bench.waits_for_exit()
    assert bench.told == []
    return code, bench.messages


@pytest.mark.parametrize(
    ("settings", "code", "said"),
    [
        ("[bench]\nlanguag = 'zh'\n", 3, "unknown setting 'languag' in [bench]"),
        ("[bench\n", 3, "this is not TOML"),
        ("[bench]\norderbook = 'mysql://x'\n", 3, "cannot live in mysql"),
        (FILE_PRINTER.replace('"zpl"', '"esc/p2"'), 3, "no printer speaks 'esc/p2'"),
        (FILE_PRINTER.replace("file:out", "carrier-pigeon:1"), 3, "carrier-pigeon"),
    ],
)
def test_settings_that_cannot_be(home: Home, qtbot: QtBot, settings: str, code: int, said: str) -> None:
    """Settings that cannot be are refused in one sentence, before anything is written."""
    home.root.mkdir(parents=True)
    home.settings_file.write_text(settings, encoding="utf-8")
    exit_code, sentence = _refused_start(home, qtbot)
    assert exit_code == code
    assert said in sentence
    assert sentence.count("\n") == 1
    assert not home.ledger_file.exists()


def test_second_bench_on_the_same_home(ready_home: Home, qtbot: QtBot) -> None:
    """A second bench on the same home is refused in one sentence; the first one goes on."""
    with bench_process(ready_home, qtbot) as bench:
        bench.says("SO-1")
        code, sentence = _refused_start(ready_home, qtbot)
        assert bench.says(TRAY)["events"] == ["ItemPacked"]
    assert code == 1
    assert sentence == (
        f"sealbench: another program has this ledger open ({ready_home.ledger_file}). "
        "Close the other bench window first.\n"
    )


def test_first_day(home: Home, qtbot: QtBot) -> None:
    """A home that is not there yet is made at first use; an order that nobody imported is unknown."""
    with bench_process(home, qtbot) as bench:
        assert verdict(bench.says("SO-1")) == ("stopped", "stop", "order_unknown")
        assert bench.ends() == 0
    assert kinds_on_disk(home)[:2] == ["BenchStarted", "OrderAsked"]


@pytest.mark.skipif(os.getuid() == 0, reason="root may write anywhere")
def test_order_book_that_may_not_be_written(ready_home: Home, qtbot: QtBot) -> None:
    """An order book that may only be read refuses the order in words and stops nothing else."""
    (ready_home.root / "orders.db").chmod(0o400)
    with bench_process(ready_home, qtbot) as bench:
        assert verdict(bench.says("SO-1"))[2] == "book_unreachable"
