"""Everything around the bench, faked and driven by one seed: book, printer, scale, scanner wire, power.

Answers come when the world delivers them: late, twice, or never. Scans travel as bytes through the real dialect.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import assert_never

from station import codes
from station.devices.dialect import BadScan, RawScan
from station.devices.scanners.plain import Dialect
from station.packing.effects import (
    AskHolds,
    AskWeight,
    CallHelp,
    CancelLabel,
    ClaimOrder,
    DrawLabel,
    DrawPaper,
    Effect,
    RecallLabel,
    ReleaseOrder,
    SendLabel,
    SendPaper,
    StartVideo,
    StopVideo,
    TakePhoto,
    ZeroScale,
)
from station.packing.inputs import (
    DeviceKind,
    Input,
    LabelFailed,
    LinkReport,
    MediaFile,
    MediaReport,
    PaperDrawn,
    PaperRefused,
    PrinterReport,
    PrintState,
    Reading,
    ScaleFault,
    Scan,
)
from station.packing.media_events import PhotoAsked, PhotoMissing, PhotoTaken, VideoEnded, VideoGap, VideoRecorded
from station.packing.model import JobId, Waybill
from tests.clocks import FakeClock
from tests.sim.book import Book, make_book
from tests.sim.printer import SPARE, USUAL, Printer

GUARD_MS = 300


class PowerCut(Exception):
    """The bench's power is gone, here and now."""


@dataclass(slots=True)
class Power:
    """Fails after a drawn number of moments; a moment is any point between two steps of the bench."""

    moments_left: int | None = None

    def moment(self) -> None:
        if self.moments_left is None:
            return
        self.moments_left -= 1
        if self.moments_left < 0:
            self.moments_left = None
            raise PowerCut


@dataclass(slots=True)
class World:
    rng: Random
    clock: FakeClock
    book: Book
    printer: Printer
    draw: Callable[[DrawLabel], Input]
    power: Power = field(default_factory=Power)
    dialect: Dialect = field(default_factory=Dialect)
    due: list[Input] = field(default_factory=list)
    pan_mg: int = 0
    scale_broken: bool = False
    calm: bool = False  # nothing is late, doubled, lost or broken any more
    waybills: dict[JobId, Waybill] = field(default_factory=dict)
    printers: dict[JobId, str] = field(default_factory=dict)  # for which each label was drawn
    asked: AskHolds | None = None
    elapsed_ms: int = 0  # as no clock of the bench tells it
    filming: StartVideo | None = None
    keep: Callable[[str], MediaFile] = field(default=lambda role: MediaFile(sha256="", size=0, mime="", role=role))
    """A picture of that role onto the bench's disk."""

    def perform(self, effect: Effect) -> None:
        """The bench wants something of the world."""
        self.power.moment()
        now_us = self.clock.now().wall_us
        match effect:
            case ClaimOrder():
                self._later(self.book.claim(effect.code, effect.gtin, now_us))
            case AskHolds():
                self.asked = effect
                self._later(self.book.holds(effect, now_us))
            case DrawLabel():
                self.waybills[effect.job] = effect.waybill
                self.printers[effect.job] = effect.printer or USUAL
                self._later(self._drawn(effect))
            case SendLabel():
                name = self.printers[effect.job]
                self._later(*self.printer.send(effect.job, self.waybills[effect.job], name))
            case CancelLabel():
                self.printer.cancel(effect.job)
            case RecallLabel():
                self._later(*self.printer.recall(effect.job))
            case DrawPaper():
                self._later(self._paper(effect))
            case SendPaper():
                self._later(*self._paper_reports(effect.job))
            case AskWeight():
                self._later(self._reading(stable=True))
            case TakePhoto():
                self._later(self._photographed(effect.asked))
            case StartVideo():
                self._stop_filming()
                self.filming = effect
            case StopVideo():
                self._stop_filming()
            case ReleaseOrder() | CallHelp() | ZeroScale():
                pass
            case _:
                assert_never(effect)

    def delivered(self) -> Input | None:
        """One of the answers under way, now and then not the first, now and then twice."""
        if not self.due:
            return None
        index = 0 if self.calm or self.rng.random() < 0.8 else self.rng.randrange(len(self.due))
        input = self.due.pop(index)
        if not self.calm and self.rng.random() < 0.05:
            self.due.append(input)
        return input

    def watch(self) -> None:
        """The question is asked again quietly while an order waits for the book."""
        if self.asked is not None:
            self.due.append(self.book.holds(self.asked, self.clock.now().wall_us))

    def put_on_pan(self, weight_mg: int) -> None:
        self.pan_mg = weight_mg
        if not self.calm and self.rng.random() < 0.4:
            self.due.append(self._reading(stable=False))
        self.due.append(self._reading(stable=True))

    def scanned(self, text: str) -> list[Scan]:
        """A code through wire and dialect: whole, cut anywhere, with a byte lost, or twice."""
        data = text.encode() + b"\r"
        chance = 1.0 if self.calm else self.rng.random()
        if chance < 0.04:
            lost = self.rng.randrange(len(data))
            data = data[:lost] + data[lost + 1 :]
        elif chance < 0.08:
            data += data
        cut = self.rng.randrange(len(data) + 1)
        read = self.dialect.feed(data[:cut])
        if not self.calm and self.rng.random() < 0.03:
            read += self.dialect.gap()
        read += self.dialect.feed(data[cut:])
        if self.dialect.waiting and (self.calm or self.rng.random() < 0.7):
            read += self.dialect.gap()
            read += self.dialect.gap()
        return [self._understood(one) for one in read]

    def pass_ms(self, ms: int) -> None:
        self.clock.advance_ms(ms)
        self.elapsed_ms += ms

    def mend(self) -> None:
        """Somebody loads paper, the network comes back, the scale is switched on again."""
        for name in sorted(self.printer.out_of_paper):
            self._printer_changes(name)
        self.book.reachable = True
        self.book.release(self.rng)
        self.scale_broken = False
        self.put_on_pan(self.pan_mg)

    def disturb(self) -> None:
        """Something outside changes by itself."""
        match self.rng.randrange(9):
            case 0:
                self.book.reachable = not self.book.reachable
            case 1:
                number = self.book.change(self.rng)
                if self.rng.random() < 0.5:
                    self.due.append(self.book.alarm(number, self.clock.now().wall_us))
            case 2 | 3:
                self._printer_changes(self.rng.choice((USUAL, USUAL, SPARE)))
            case 4:
                self.scale_broken = not self.scale_broken
            case 5:
                self.book.pool += 3
            case 6:
                self.clock.set_wall_us(self.clock.now().wall_us + self.rng.choice((-5_000_000, 3_600_000_000)))
            case 7:
                self.watch()
            case _:
                self.power.moments_left = self.rng.randrange(12)

    def heal(self) -> None:
        """Everything works from here on, and nobody has changed his mind."""
        self.calm = self.printer.steady = self.book.reachable = True
        self.scale_broken = False
        self.power.moments_left = None
        self.book.pool += 50
        for name in (USUAL, SPARE):
            self._paper_is_in(name)

    def bench_lost_power(self) -> None:
        """What was on its way to the bench is gone; so is what the scanner had half sent."""
        self.due.clear()
        self.asked = self.filming = None
        self.dialect.reset()
        self.printer.bench_lost_power()
        self.elapsed_ms += 60_000

    def _later(self, *inputs: Input) -> None:
        for input in inputs:
            self.due.append(input)

    def _drawn(self, effect: DrawLabel) -> Input:
        if not self.calm and self.rng.random() < 0.05:
            wrong_paper = self.printers[effect.job] if int(effect.job[-1], 36) % 2 else ""
            return LabelFailed(job=effect.job, zh="姓名：缺字", en="name: no glyph", instead_of=wrong_paper)
        return self.draw(effect)

    def _paper(self, effect: DrawPaper) -> Input:
        if not self.calm and self.rng.random() < 0.2:
            return PaperRefused(job=effect.ask.job, zh="纸不对", en="wrong paper")
        return PaperDrawn(job=effect.ask.job, printer=effect.ask.printer, media=(self.keep("paper"),))

    def _paper_reports(self, job: JobId) -> list[Input]:
        """What an office printer says, if it says anything."""
        waits = PrinterReport(job=job, state=PrintState.NOT_READY, cause="paper_out")
        sent = PrinterReport(job=job, state=PrintState.SENT)
        over = PrinterReport(job=job, state=self.rng.choice((PrintState.PRINTED, PrintState.UNKNOWN)))
        return [waits, sent, over] if self.calm or self.rng.random() < 0.8 else [waits]

    def _photographed(self, asked: PhotoAsked) -> Input:
        """Now and then the camera sees nothing."""
        if not self.calm and self.rng.random() < 0.3:
            why = self.rng.choice(("no_picture", "late", "no_room"))
            missing = PhotoMissing(
                order=asked.order, photo=asked.photo, moment=asked.moment, camera=asked.camera, why=why
            )
            return MediaReport(said=missing)
        taken = PhotoTaken(
            order=asked.order,
            photo=asked.photo,
            moment=asked.moment,
            camera=asked.camera,
            width=4,
            height=3,
            source="synthetic",
            media=(self.keep("photo"),),
        )
        return MediaReport(said=taken)

    def _stop_filming(self) -> None:
        """The last segments come, some as gaps, and then the end."""
        filming, self.filming = self.filming, None
        if filming is None:
            return
        order, now_us = filming.order, self.clock.now().wall_us
        for camera in filming.cameras:
            part: VideoRecorded | VideoGap = VideoGap(
                order=order, camera=camera, from_us=now_us, to_us=now_us, why="no_segment"
            )
            if self.calm or self.rng.random() < 0.7:
                part = VideoRecorded(
                    order=order,
                    camera=camera,
                    from_us=now_us,
                    to_us=now_us,
                    frames=1,
                    dropped=0,
                    source="synthetic",
                    media=(self.keep("video"),),
                )
            self._later(MediaReport(said=part), MediaReport(said=VideoEnded(order=order, camera=camera)))

    def _reading(self, *, stable: bool) -> Reading:
        if self.scale_broken:
            return Reading(weight_mg=None, stable=False, device="scale", fault=ScaleFault.BROKEN)
        return Reading(weight_mg=self.pan_mg + self.rng.choice((-1_000, 0, 0, 1_000)), stable=stable, device="scale")

    def _printer_changes(self, name: str) -> None:
        if name in self.printer.out_of_paper:
            self._paper_is_in(name)
        else:
            self.printer.out_of_paper.add(name)
            self.due.append(LinkReport(device=name, kind=DeviceKind.PRINTER, up=True, word="paper_out"))

    def _paper_is_in(self, name: str) -> None:
        self.due += self.printer.load_paper(name)
        self.due.append(LinkReport(device=name, kind=DeviceKind.PRINTER, up=True, word="ready"))

    def _understood(self, read: RawScan | BadScan) -> Scan:
        if isinstance(read, BadScan):
            return codes.faulty(read.fault, device="scanner", text=read.text)
        return codes.read(read.text, aim=read.aim, device="scanner", guard_ms=GUARD_MS)


def make_world(rng: Random, clock: FakeClock, draw: Callable[[DrawLabel], Input]) -> World:
    return World(rng=rng, clock=clock, book=make_book(rng), printer=Printer(rng), draw=draw)
