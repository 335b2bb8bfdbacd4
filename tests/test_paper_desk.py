"""Papers on their way to printers: drawn one after the other, one in a printer at a time, none in a label's way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from station.devices.dialect import Setup
from station.devices.printer import Asks
from station.devices.profile import Equipment
from station.evidence.codec import encode
from station.evidence.ledger import Ledger
from station.home import Home
from station.label_printer import LabelPrinter, label_printer
from station.labels.choice import Stock
from station.labels.library import Library
from station.labels.saying import both
from station.packing.effects import DrawPaper
from station.packing.events import OrderOpened
from station.packing.inputs import DeviceKind, Input, LinkReport, PaperDrawn, PaperRefused, PrinterReport, PrintState
from station.packing.model import JobId, Order
from station.packing.paper_events import PaperAsk, PaperRequested
from station.paper_desk import WAITING_MAX, PaperDesk
from station.registry import find
from station.settings import config_dir
from tests.clocks import FakeClock
from tests.packing.playbook import NUMBER, WAYBILL
from tests.test_performers import DRAWABLE, Paper

TEMPLATES = ("packing-slip-148x210", "item-60x40")


@pytest.fixture
def ledger(home: Home, clock: FakeClock) -> Iterator[Ledger]:
    made = Ledger.open(home, org="o", bench="b", clock=clock, random_bytes=lambda size: b"r" * size, build="t")
    opened = OrderOpened(order=DRAWABLE, fence=1, prompts=(), carton="", carton_mg=0, filler_mg=0)
    made.append([encode(opened)], order_no=NUMBER, by="-")
    yield made
    made.close()


class Desk:
    """A desk whose requests are recorded at once, as a bench does."""

    def __init__(
        self, home: Home, ledger: Ledger, clock: FakeClock, *, media: str = "", setup: Setup | None = None
    ) -> None:
        self.paper = Paper()
        self.said: list[Input] = []
        self._ledger = ledger
        library = Library(folders=(config_dir() / "labels",))
        printer = LabelPrinter(
            name="office", speaks="zpl", dpi=203, language=find("printer", "zpl"), device=self.paper,
            setup=setup or Setup(),
        )  # fmt: skip
        self.desk = PaperDesk(
            ledger=ledger,
            media=home.media,
            clock=clock,
            bench="B01",
            masked=True,
            say=both,
            templates={name: library.load(name) for name in TEMPLATES},
            printers={"office": replace(printer, stock=stock_of(media))},
            take=self._take,
        )

    def asks(self, job: str, template: str = "item-60x40", *, printer: str = "office", line: int | None = 0) -> None:
        ask = PaperAsk(job=JobId(job), name="card", template=template, printer=printer, line=line)
        self.desk.draw(DrawPaper(ask=ask, order=DRAWABLE, waybill=WAYBILL, weight_mg=1, units=3))

    def reports(self, job: str, state: PrintState) -> None:
        self.desk.hear(PrinterReport(job=JobId(job), state=state, cause="paper_out"))

    @property
    def sent(self) -> list[str]:
        return [job for job, _ in self.paper.sent]

    def _take(self, input: Input) -> None:
        self.said.append(input)
        if isinstance(input, PaperDrawn):
            requested = PaperRequested(order=NUMBER, job=input.job, printer=input.printer, media=input.media)
            self._ledger.append([encode(requested)], order_no=NUMBER, by="-")
            self.desk.send(input.job)


def stock_of(media: str) -> Stock:
    equipped = Equipment(speaks="zpl", dpi=203, setup=Setup(), asks=Asks.LANGUAGE, language=find("printer", "zpl"))
    return label_printer("office", media, equipped, Paper()).stock


@pytest.fixture
def desk(home: Home, ledger: Ledger, clock: FakeClock, qapp: object) -> Desk:
    return Desk(home, ledger, clock)


def test_one_at_a_time(desk: Desk, qtbot: QtBot) -> None:
    """The second goes when the printer has said what became of the first, printed or not."""
    for job in ("P1", "P2", "P3"):
        desk.asks(job)
    qtbot.waitUntil(lambda: len(desk.said) == 3)
    assert desk.sent == ["P1"]
    desk.reports("P1", PrintState.PRINTED)
    qtbot.waitUntil(lambda: desk.sent == ["P1", "P2"])
    desk.reports("P2", PrintState.UNKNOWN)
    qtbot.waitUntil(lambda: desk.sent == ["P1", "P2", "P3"])


def test_one_that_would_wait_steps_back(desk: Desk, qtbot: QtBot) -> None:
    """It is taken out of the printer, so that a label can go before it, and goes again when the printer is ready."""
    desk.asks("P1")
    qtbot.waitUntil(lambda: desk.sent == ["P1"])
    desk.reports("P1", PrintState.NOT_READY)
    assert desk.paper.cancelled == ["P1"]
    desk.desk.hear(LinkReport(device="office", kind=DeviceKind.PRINTER, up=True, word="paper_out"))
    desk.desk.hear(LinkReport(device="other", kind=DeviceKind.PRINTER, up=True, word="ready"))
    desk.desk.hear(LinkReport(device="office", kind=DeviceKind.PRINTER, up=True, word="ready"))
    qtbot.waitUntil(lambda: desk.sent == ["P1", "P1"])


def test_one_that_is_leaving_stays(desk: Desk, qtbot: QtBot) -> None:
    """What may have left is never sent again."""
    desk.paper.leaving = True
    desk.asks("P1")
    qtbot.waitUntil(lambda: desk.sent == ["P1"])
    desk.reports("P1", PrintState.NOT_READY)
    desk.desk.hear(LinkReport(device="office", kind=DeviceKind.PRINTER, up=True, word="ready"))
    desk.reports("P1", PrintState.PRINTED)
    desk.asks("P2")
    qtbot.waitUntil(lambda: desk.sent == ["P1", "P2"])


def _refusal(desk: Desk, qtbot: QtBot) -> PaperRefused:
    qtbot.waitUntil(lambda: len(desk.said) == 1)
    (refused,) = desk.said
    assert isinstance(refused, PaperRefused)
    assert not desk.paper.sent
    return refused


def test_no_printer(desk: Desk, qtbot: QtBot) -> None:
    """A printer that is not of this bench any more is said."""
    desk.asks("P1", printer="gone")
    assert _refusal(desk, qtbot).en == "there is no printer for it"


def test_the_wrong_paper(home: Home, ledger: Ledger, clock: FakeClock, qtbot: QtBot) -> None:
    """A slip does not go on the labels in the printer."""
    desk = Desk(home, ledger, clock, media="100x150")
    desk.asks("P1", "packing-slip-148x210", line=None)
    assert "not for 148x210 mm" in _refusal(desk, qtbot).en


def test_a_head_too_narrow(home: Home, ledger: Ledger, clock: FakeClock, qtbot: QtBot) -> None:
    """Nor is one printed that the head would cut off."""
    desk = Desk(home, ledger, clock, setup=Setup(head_dots=400))
    desk.asks("P1", "packing-slip-148x210", line=None)
    assert "'office'" in _refusal(desk, qtbot).en


def test_a_character_without_a_glyph(home: Home, ledger: Ledger, clock: FakeClock, qtbot: QtBot) -> None:
    """Named in both languages, as with a label."""
    desk = Desk(home, ledger, clock)
    ask = PaperAsk(job=JobId("P1"), name="card", template="item-60x40", printer="office", line=0)
    odd: Order = replace(DRAWABLE, lines=(replace(DRAWABLE.lines[0], name="\U000130f7"), *DRAWABLE.lines[1:]))
    desk.desk.draw(DrawPaper(ask=ask, order=odd, waybill=WAYBILL, weight_mg=1, units=3))
    assert "130F7" in _refusal(desk, qtbot).en.upper()


def test_too_many(desk: Desk) -> None:
    """Nothing grows without end: what is too much is refused at once."""
    for number in range(WAITING_MAX + 1):
        desk.asks(f"P{number}")
    (refused,) = desk.said
    assert isinstance(refused, PaperRefused)
    assert refused.job == f"P{WAITING_MAX}"
