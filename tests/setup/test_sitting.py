"""Set-up on virtual devices that speak real bytes over ptys and sockets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.codes import command_code
from station.devices.virtual.firmware import PrinterFault
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.devices.virtual.scale import VirtualScale
from station.devices.virtual.scanner import VirtualScanner
from station.home import Home
from station.packing.inputs import Command
from station.settings import load
from station.setup import notes
from station.setup.proof import PROOF
from station.setup.values import Ended, PictureTaken, Step
from station.ui.screen import Verdict
from tests.setup.benches import Person, facts, files

Sit = Callable[..., Person]


@pytest.fixture
def sit(qtbot: QtBot, home: Home) -> Iterator[Sit]:
    people: list[Person] = []

    def down(step: Step | None = None) -> Person:
        people.append(Person(qtbot, home, step))
        return people[-1]

    yield down
    for person in people:
        person.sitting.stop()


@pytest.fixture
def scanner() -> Iterator[VirtualScanner]:
    made = VirtualScanner(TcpOutlet())
    yield made
    made.close()


@pytest.fixture
def printer() -> Iterator[VirtualPrinter]:
    made = VirtualPrinter(TcpOutlet(), label_ms=20)
    yield made
    made.close()


def test_scanner_over_a_wire(qtbot: QtBot, sit: Sit, scanner: VirtualScanner, home: Home) -> None:
    """Three scans as raw bytes prove it; the suffix it sends stands in bench.toml afterwards."""
    person = sit(Step.SCANNER)
    person.says("typed", scanner.outlet.address)
    for clean in (1, 2):
        _scan(qtbot, scanner, PROOF, lambda clean=clean: f"({clean}/3)" in person.told())  # type: ignore[misc]
    _scan(qtbot, scanner, PROOF, lambda: person.setup.step is Step.FINISH)
    person.says("yes")
    person.waits_for("over")
    (device,) = load(home).devices
    assert (device.kind, device.link, device.suffix) == ("scanner", scanner.outlet.address, "\r")


def _scan(qtbot: QtBot, scanner: VirtualScanner, text: str, done: Callable[[], bool]) -> None:
    """Pull the trigger until it is heard: the first one may come before the link is up."""

    def heard() -> bool:
        if done():
            return True
        scanner.scan(text)
        qtbot.wait(220)
        return done()

    qtbot.waitUntil(heard, timeout=5_000)


def test_a_bent_code_is_named(qtbot: QtBot, sit: Sit, scanner: VirtualScanner) -> None:
    """What comes over the wire is told by its fault, with the raw text kept as evidence."""
    person = sit(Step.SCANNER)
    person.says("typed", scanner.outlet.address)
    _scan(qtbot, scanner, PROOF.swapcase(), lambda: "CapsLock" in person.told())
    assert "heard azAZ09" in person.setup.stage.heard[-1]  # type: ignore[union-attr]


def test_a_scanner_that_is_not_there(sit: Sit) -> None:
    """A link that does not open is a sentence, and another may be chosen."""
    person = sit(Step.SCANNER)
    outlet = TcpOutlet()
    address = outlet.address
    outlet.close()
    person.says("typed", address)
    person.waits_for("link")
    assert "refused" in person.told()


def test_printer_label_and_scan_back(
    qtbot: QtBot, sit: Sit, printer: VirtualPrinter, scanner: VirtualScanner, home: Home
) -> None:
    """A label comes out, is moved, comes out again, and its code is scanned by the bench's own scanner."""
    home.root.mkdir()
    text = f'[[device]]\nname = "scanner"\nkind = "scanner"\nlink = "{scanner.outlet.address}"\n'
    home.settings_file.write_text(text)
    person = sit(Step.PRINTER)
    person.says("typed", printer.outlet.address, "zpl-4in-203", "100x150", "yes")
    person.waits_for("cut_off")
    person.says("left", "3")
    person.waits_for("cut_off")
    person.says("nothing", "good")
    code = person.setup.stage.printed.code  # type: ignore[union-attr]
    _scan(qtbot, scanner, code, lambda: person.setup.step is Step.FINISH)
    person.says("yes")
    person.waits_for("over")
    assert "scanned back" in facts(person.setup, Step.PRINTER)
    assert load(home).devices_of("printer")[0].profile.endswith("setup-zpl-4in-203.toml")


def test_a_printer_without_paper(sit: Sit, printer: VirtualPrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves, the cause is told, and after paper is in it prints."""
    monkeypatch.setattr("station.setup.trial_print.WAIT_MS", 700)
    printer.strike(PrinterFault.PAPER_OUT)
    person = sit(Step.PRINTER)
    person.says("typed", printer.outlet.address, "zpl-4in-203", "100x150", "yes")
    person.waits_for("ready")
    assert "no paper" in person.told()
    printer.mend()
    monkeypatch.setattr("station.setup.trial_print.WAIT_MS", 20_000)
    person.says("yes")
    person.waits_for("cut_off")


def test_scale_found_and_proven(sit: Sit, home: Home, qtbot: QtBot) -> None:
    """Found by asking, empty at zero, a bottle put on: it stands in bench.toml with its protocol."""
    scale = VirtualScale(TcpOutlet())
    person = sit(Step.SCALE)
    person.says("typed", scale.outlet.address)
    assert person.asks == "may_ask"
    person.says("yes")
    person.waits_for("empty")
    qtbot.waitUntil(lambda: person.setup.stage.stable)  # type: ignore[union-attr]
    person.says("yes", "520")
    scale.put(521_000)
    person.waits_for_step(Step.FINISH)
    scale.close()
    person.says("yes")
    person.waits_for("over")
    assert load(home).devices_of("scale")[0].speaks == "mt-sics"
    assert "520 g put on shows 521 g" in facts(person.setup, Step.SCALE)


def test_order_book_is_tried(sit: Sit, home: Home) -> None:
    """A local book is made and measured."""
    person = sit(Step.BENCH)
    person.says("B07", "local")
    person.waits_for_step(Step.FINISH)
    assert "SQLite" in facts(person.setup, Step.BENCH)
    assert (home.root / "orders.db").exists()


def test_an_order_book_that_is_not_there(sit: Sit) -> None:
    """A server that does not answer is a sentence; the question stands again."""
    person = sit(Step.BENCH)
    person.says("B07", "shared", "postgresql+psycopg://bench@127.0.0.1:1/packing")
    person.waits_for("book")
    assert person.setup.told is not None
    assert person.setup.told.verdict is Verdict.ATTENTION


def test_command_sheet_is_written_and_scanned(sit: Sit, home: Home) -> None:
    """The sheet is a PDF in the home; NEXT from it passes."""
    person = sit(Step.COMMANDS)
    person.waits_for("scan")
    person.says(command_code(Command.NEXT))
    person.waits_for_step(Step.FINISH)
    assert (home.root / "setup" / "command-codes.pdf").read_bytes().startswith(b"%PDF")


def test_a_practice_parcel_without_any_hardware(sit: Sit, home: Home, qtbot: QtBot) -> None:
    """Typed codes pack a sample order to its label, kept apart from the bench's own ledger."""
    person = sit(Step.PRACTICE)
    person.says("yes")
    packed = []

    def go_on() -> bool:
        if person.setup.step is Step.FINISH:
            return True
        seen = person.setup.stage.seen  # type: ignore[union-attr]
        if seen is not None and not seen.busy and seen.code:
            packed.append(seen.code)
            person.says(seen.code)
        return False

    qtbot.waitUntil(go_on, timeout=30_000)
    assert person.setup.outcomes[Step.PRACTICE].ended is Ended.PASSED
    assert len(packed) >= 3
    assert "sealed under" in facts(person.setup, Step.PRACTICE)
    assert not home.ledger_file.exists()


def test_no_camera(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a picture the trouble is told and another camera may be chosen."""
    monkeypatch.setattr("station.setup.one_picture.WAIT_MS", 200)
    person = sit(Step.CAMERA)
    person.says("typed", "camera:No such camera")
    person.waits_for("link")
    assert "no picture" in person.told()


def test_resumed(sit: Sit, home: Home) -> None:
    """Left in the middle, set-up goes on where it was, with what was answered."""
    person = sit()
    person.says("en", "dark", "no")
    person.sitting.stop()
    again = sit()
    assert (again.setup.step, again.setup.language) == (Step.BENCH, "en")
    assert notes.load(home)[0].theme == "dark"


def test_the_report_has_everything(sit: Sit, home: Home) -> None:
    """At the end a PDF stands beside the other papers."""
    person = sit(Step.LANGUAGE)
    person.says("en", "dark", "no", "yes")
    person.waits_for("over")
    assert [name[:7] for name in files(home.root / "setup")] == ["report-"]


def test_what_is_asked_of_the_world_comes_back_in_turn(sit: Sit) -> None:
    """A finding that belongs to nothing changes nothing."""
    person = sit(Step.SCALE)
    before = person.setup
    person.sitting.take(PictureTaken(file="/tmp/x.jpg"))
    assert person.setup.stage == before.stage


def test_no_link_is_opened_unasked(sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking what is plugged in opens nothing: no serial port, no socket."""

    def never(*_args: object, **_words: object) -> None:
        raise AssertionError("a link was made")

    monkeypatch.setattr("station.setup.code_ear.input_link", never)
    monkeypatch.setattr("station.setup.scale_finder.input_link", never)
    for step in (Step.SCANNER, Step.PRINTER, Step.SCALE, Step.CAMERA):
        assert sit(step).asks == "link"


def test_a_home_that_takes_no_notes(sit: Sit, home: Home) -> None:
    """Where nothing can be written set-up goes on, and says that leaving it would lose the answers."""
    home.root.mkdir()
    (home.root / "setup.toml.part").mkdir()  # stands in the way of the notes, also for root
    person = sit()
    person.says("en")
    assert "answers are not kept" in person.told()
    assert person.asks == "theme"
