"""The label desk: nothing is sent that the ledger does not hold, and what cannot be drawn is said by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from station.devices.dialect import Setup
from station.devices.pool import Pool
from station.evidence.codec import encode
from station.evidence.ledger import Ledger
from station.evidence.media import intact, read
from station.home import Home
from station.label_printer import LabelPrinter
from station.labels.template import load as load_template
from station.packing.effects import DrawLabel
from station.packing.events import LabelRequested, OrderOpened, RootPrinted
from station.packing.inputs import (
    DeviceKind,
    Input,
    LabelFailed,
    LabelReady,
    LabelRecalled,
    LinkReport,
    PrinterReport,
    PrintState,
)
from station.packing.model import JobId, Order, Recipient, Waybill
from station.performers import LabelDesk
from station.registry import find
from station.settings import config_dir
from tests.clocks import FakeClock
from tests.packing.playbook import NUMBER, ORDER, WAYBILL

JOB = JobId("J-1")
SENDER = Recipient(name="样例小店", phone="13800000000", province="浙江省", city="杭州市", street="样例路 100 号")
RECEIVER = Recipient(name="林晓", phone="13800000001", province="浙江省", city="示例市", street="虚构路 1 号")
DRAWABLE = replace(ORDER, sender=SENDER, recipient=RECEIVER)


class Paper:
    """A printer that takes everything and prints nothing."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, bytes]] = []
        self.cancelled: list[str] = []
        self.leaving = False

    def send(self, job: str, data: bytes, *, labels: int = 1) -> None:
        assert labels == 1
        self.sent.append((job, data))

    def cancel(self, job: str) -> bool:
        self.cancelled.append(job)
        return not self.leaving


@pytest.fixture
def ledger(home: Home, clock: FakeClock) -> Iterator[Ledger]:
    made = Ledger.open(home, org="o", bench="b", clock=clock, random_bytes=lambda size: b"r" * size, build="t")
    opened = OrderOpened(order=ORDER, fence=1, prompts=(), carton="", carton_mg=0, filler_mg=0)
    made.append([encode(opened)], order_no=NUMBER, by="-")
    yield made
    made.close()


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def answers() -> list[Input]:
    return []


@pytest.fixture
def desk(home: Home, ledger: Ledger, clock: FakeClock, paper: Paper, answers: list[Input], qapp: object) -> LabelDesk:
    labels = config_dir() / "labels"
    return LabelDesk(
        ledger=ledger,
        media=home.media,
        clock=clock,
        bench="B01",
        masked=True,
        domestic=load_template(labels / "waybill-100x150.toml"),
        international=load_template(labels / "waybill-intl-100x150.toml"),
        printer=LabelPrinter(
            name="label printer", speaks="zpl", dpi=203, language=find("printer", "zpl"), device=paper
        ),
        take=answers.append,
    )


def effect(order: Order = DRAWABLE) -> DrawLabel:
    return DrawLabel(job=JOB, order=order, waybill=WAYBILL, weight_mg=460_000, units=3, copy=1)


def drawn(desk: LabelDesk, answers: list[Input]) -> LabelReady:
    desk.draw(effect())
    (ready,) = answers
    assert isinstance(ready, LabelReady)
    return ready


def record(ledger: Ledger, ready: LabelReady) -> None:
    requested = LabelRequested(
        job=ready.job,
        waybill=ready.waybill,
        printer=ready.printer,
        copy=1,
        root_printed=RootPrinted(size=ready.root_size, root=ready.root),
        media=ready.media,
    )
    ledger.append([encode(requested)], order_no=NUMBER, by="-")


def test_drawn_label_is_on_disk(desk: LabelDesk, answers: list[Input], home: Home, paper: Paper) -> None:
    """A drawn label and its picture lie on disk, sealed; nothing has been sent."""
    ready = drawn(desk, answers)
    assert [medium.role for medium in ready.media] == ["label", "label-image"]
    assert all(intact(home.media / medium.name, medium.sha256, medium.key) for medium in ready.media)
    assert paper.sent == []


def test_recorded_label_is_sent_once(
    desk: LabelDesk, answers: list[Input], ledger: Ledger, home: Home, paper: Paper
) -> None:
    """Exactly the bytes that the ledger names are sent."""
    ready = drawn(desk, answers)
    record(ledger, ready)
    desk.send(JOB)
    assert paper.sent == [(JOB, read(home.media, ready.media[0].name, ready.media[0].key))]


def test_unrecorded_label_is_never_sent(desk: LabelDesk, answers: list[Input], paper: Paper) -> None:
    """A label whose request is not in the ledger is a bug, and no byte of it leaves."""
    drawn(desk, answers)
    with pytest.raises(AssertionError):
        desk.send(JOB)
    assert paper.sent == []


def test_void_label_is_taken_back(desk: LabelDesk, answers: list[Input], paper: Paper) -> None:
    """A label that became void is taken from the printer's queue and cannot be sent any more."""
    drawn(desk, answers)
    desk.cancel(JOB)
    assert paper.cancelled == [JOB]
    with pytest.raises(KeyError):
        desk.send(JOB)


def test_character_without_a_glyph(desk: LabelDesk, answers: list[Input]) -> None:
    """A character that no font has is named in both languages; nothing is printed in its place."""
    desk.draw(effect(replace(DRAWABLE, recipient=replace(RECEIVER, street="\U000130f7 street"))))
    (failed,) = answers
    assert isinstance(failed, LabelFailed)
    assert failed.zh != failed.en
    assert "\U000130f7" in failed.en or "130F7" in failed.en.upper()


def test_disk_that_takes_nothing(desk: LabelDesk, answers: list[Input], home: Home) -> None:
    """Where the media folder cannot be written the label fails with a sentence."""
    home.media.parent.mkdir(parents=True, exist_ok=True)
    home.media.write_text("in the way", encoding="utf-8")
    desk.draw(effect())
    (failed,) = answers
    assert isinstance(failed, LabelFailed)
    assert failed.en


def test_no_printer(desk: LabelDesk, answers: list[Input]) -> None:
    """Without a printer the label waits, and says why."""
    replace(desk, printer=None).draw(effect())
    assert answers == [PrinterReport(job=JOB, state=PrintState.NOT_READY, cause="no_printer")]


def test_order_abroad_has_the_international_label(desk: LabelDesk, answers: list[Input], home: Home) -> None:
    """Another country gets another label."""
    abroad = Recipient(name="Alex Sample", country="US", province="Oregon", city="Sampleville", street="1 Example St")
    desk.draw(effect())
    desk.draw(replace(effect(replace(DRAWABLE, recipient=abroad)), waybill=Waybill("LX123456785CN")))
    domestic, international = answers
    assert isinstance(domestic, LabelReady)
    assert isinstance(international, LabelReady)
    assert domestic.media[0].sha256 != international.media[0].sha256


def _spare(desk: LabelDesk, speaks: str, *, head_dots: int | None = None) -> tuple[LabelDesk, Paper]:
    """The desk with a second printer beside the usual one."""
    paper = Paper()
    second = LabelPrinter(
        name="spare",
        speaks=speaks,
        dpi=203,
        language=find("printer", speaks),
        device=paper,
        setup=Setup(head_dots=head_dots),
    )
    return replace(desk, spares=(second,), pool=Pool(["label printer", "spare"])), paper


def _for_spare(job: JobId = JOB) -> DrawLabel:
    return replace(effect(), job=job, printer="spare")


@pytest.mark.parametrize("speaks", ["tspl", "escpos", "epl"])
def test_a_second_printer_takes_over(desk: LabelDesk, paper: Paper, answers: list[Input], speaks: str) -> None:
    """By the packer's choice the next label is drawn in the other printer's language and goes there alone."""
    both, second = _spare(desk, speaks)
    both.draw(effect())
    both.recall(JOB)
    both.draw(_for_spare(JobId("J-2")))
    first, recalled, again = answers
    assert recalled == LabelRecalled(job=JOB, whole=True)
    assert isinstance(first, LabelReady)
    assert isinstance(again, LabelReady)
    assert (first.printer, again.printer) == ("label printer", "spare")
    assert first.media[0].sha256 != again.media[0].sha256
    assert again.media[0].mime != "application/vnd.zebra-zpl"
    record(both.ledger, again)
    both.send(JobId("J-2"))
    assert [job for job, _ in second.sent] == ["J-2"]
    assert paper.sent == []


def test_a_label_that_is_leaving_is_not_taken_back(desk: LabelDesk, paper: Paper, answers: list[Input]) -> None:
    """Whoever asked is told that a byte may have left; so for a label that nobody here has drawn."""
    paper.leaving = True
    drawn(desk, answers)
    desk.recall(JOB)
    desk.recall(JobId("J-9"))
    assert answers[1:] == [LabelRecalled(job=JOB, whole=False), LabelRecalled(job=JobId("J-9"), whole=False)]


def test_a_printer_that_is_gone_from_the_settings(desk: LabelDesk, answers: list[Input]) -> None:
    """A label allowed for a printer that is not of this bench any more goes to the usual one."""
    desk.draw(_for_spare())
    (ready,) = answers
    assert isinstance(ready, LabelReady)
    assert ready.printer == "label printer"


def test_printers_that_can_take_the_label(desk: LabelDesk) -> None:
    """Ready by their own word, and with a head as wide as the order's label; without an order none."""
    both, _ = _spare(desk, "escpos", head_dots=576)
    wide, _ = _spare(desk, "escpos", head_dots=832)
    for one in (both, wide):
        for name in ("label printer", "spare"):
            one.pool.hear(LinkReport(device=name, kind=DeviceKind.PRINTER, up=True, word="ready"))
    assert both.ready_for(DRAWABLE) == ("label printer",)
    assert wide.ready_for(DRAWABLE) == ("label printer", "spare")
    assert wide.ready_for(None) == ()


def test_a_label_too_wide_for_the_printer(desk: LabelDesk, answers: list[Input]) -> None:
    """A label wider than the print head is refused before it is drawn, with the printer's name."""
    both, second = _spare(desk, "escpos", head_dots=576)
    both.draw(_for_spare())
    (failed,) = answers
    assert isinstance(failed, LabelFailed)
    assert "800 dots wide, the print head of 'spare' 576" in failed.en
    assert failed.instead_of == "spare"
    assert not second.sent
