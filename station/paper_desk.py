"""Papers that go with a parcel, drawn and sent when the bench has time: a label never waits for one.

At most one of them is in a printer at a time, and one that would wait there is taken back and waits here. Bytes go out
only for a paper whose request the ledger holds.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from station.clock import Clock
from station.errors import Trouble
from station.evidence.codec import media_file
from station.evidence.ledger import Ledger
from station.evidence.media import read, store
from station.label_printer import LabelPrinter
from station.labels.choice import size_of
from station.labels.drawing import LabelTrouble
from station.labels.field_words import fault
from station.labels.render import one_picture, render_waybill
from station.labels.saying import Say
from station.labels.tags import item_fields
from station.labels.template import Fields, Template
from station.labels.waybill import fields, local_minute
from station.packing.effects import DrawPaper
from station.packing.inputs import (
    Input,
    LinkReport,
    MediaFile,
    PaperDrawn,
    PaperRefused,
    PrinterReport,
    PrintState,
)
from station.packing.model import JobId, OrderLine
from station.roots import root_in_words

PAPER = "paper"
PAPER_IMAGE = "paper-image"
PNG = "image/png"
AFTER_MS = 30
"""Between two drawings, so that scans and printers are heard: a drawing takes about as long."""

WAITING_MAX = 500
"""Papers not yet drawn or sent; more are refused by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """Drawn, on disk, and not yet sent or waiting for its printer to be ready again."""

    job: JobId
    printer: str
    file: MediaFile
    pages: int


class PaperDesk(QObject):
    """``take`` gets the answers. ``hear`` is told everything that devices say."""

    def __init__(
        self,
        *,
        ledger: Ledger,
        media: Path,
        clock: Clock,
        bench: str,
        masked: bool,
        say: Say,
        templates: Mapping[str, Template],
        printers: Mapping[str, LabelPrinter],
        take: Callable[[Input], None],
    ) -> None:
        super().__init__()
        self._ledger = ledger
        self._media = media
        self._clock = clock
        self._bench = bench
        self._masked = masked
        self._say = say
        self._templates = templates
        self._printers = printers
        self._take = take
        self._to_draw: deque[DrawPaper] = deque()
        self._drawn: dict[JobId, Ready] = {}
        self._to_send: dict[str, deque[Ready]] = {name: deque() for name in printers}
        self._inside: dict[str, Ready] = {}  # what each printer has at the moment
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._later.timeout.connect(self._draw_next)

    def draw(self, effect: DrawPaper) -> None:
        """In its turn, after what is under way."""
        if len(self._to_draw) >= WAITING_MAX:
            self._refuse(effect.ask.job, "这台有太多纸张在等", "too many papers wait at this bench")
            return
        self._to_draw.append(effect)
        self._later.start()

    def send(self, job: JobId) -> None:
        """A paper of a committed ``PaperRequested``: now, or after the one its printer has."""
        ready = self._drawn.pop(job)
        assert self._ledger.medium_is_named(ready.file.name), "a paper is sent only after its request is in the ledger"
        self._to_send[ready.printer].append(ready)
        self._send_next(ready.printer)

    def hear(self, said: object) -> None:
        """What became of a paper, and which printer is ready again."""
        match said:
            case PrinterReport(state=PrintState.NOT_READY):
                self._step_back(said.job)
            case PrinterReport(state=PrintState.PRINTED | PrintState.UNKNOWN):
                self._ended(said.job)
            case LinkReport(up=True, word="ready") if said.device in self._printers:
                QTimer.singleShot(0, self, lambda: self._send_next(said.device))
            case _:
                pass

    def _step_back(self, job: JobId) -> None:
        """It goes again when its printer says ready; a label behind it does not wait for it."""
        printer = next((name for name, ready in self._inside.items() if ready.job == job), None)
        if printer is not None and self._printers[printer].device.cancel(job):
            self._to_send[printer].appendleft(self._inside.pop(printer))

    def _ended(self, job: JobId) -> None:
        for printer, ready in tuple(self._inside.items()):
            if ready.job == job:
                del self._inside[printer]
                QTimer.singleShot(0, self, lambda name=printer: self._send_next(name))

    def _send_next(self, printer: str) -> None:
        if printer in self._inside or not self._to_send[printer]:
            return
        ready = self._to_send[printer].popleft()
        self._inside[printer] = ready
        data = read(self._media, ready.file.name, ready.file.key)
        self._printers[printer].device.send(ready.job, data, labels=ready.pages)

    def _draw_next(self) -> None:
        if not self._to_draw:
            return
        effect = self._to_draw.popleft()
        if self._to_draw:
            self._later.start()
        try:
            self._take(self._answer(effect))
        except LabelTrouble as trouble:
            self._refuse(effect.ask.job, trouble.zh, trouble.en)
        except Trouble as trouble:
            self._refuse(effect.ask.job, trouble.sentence(), trouble.sentence())

    def _refuse(self, job: JobId, zh: str, en: str) -> None:
        self._take(PaperRefused(job=job, zh=zh, en=en))

    def _answer(self, effect: DrawPaper) -> PaperDrawn | PaperRefused:
        ask = effect.ask
        printer = self._printers.get(ask.printer)
        if printer is None:
            zh, en = fault("no_printer")
            return PaperRefused(job=ask.job, zh=zh, en=en)
        template = self._templates[ask.template]
        if not printer.takes(template, template):
            zh, en = fault("paper_too_small", printer=printer.name, size=size_of(template))
            return PaperRefused(job=ask.job, zh=zh, en=en)
        pages = render_waybill(template, self._fields(effect), printer.dpi) * ask.times
        data = printer.encode(pages)
        media = (
            self._stored(data, mime=printer.language.mime, role=PAPER),
            self._stored(one_picture(pages, printer.dpi), mime=PNG, role=PAPER_IMAGE),
        )
        ready = Ready(job=ask.job, printer=printer.name, file=media[0], pages=len(pages))
        self._drawn[ask.job] = ready
        while len(self._drawn) > WAITING_MAX:  # those that were not wanted any more once they were drawn
            del self._drawn[next(iter(self._drawn))]
        return PaperDrawn(job=ask.job, printer=printer.name, media=media)

    def _fields(self, effect: DrawPaper) -> Fields:
        """A parcel's fields, of one line's goods also those of an item label. No field carries a price (E3)."""
        _, root = self._ledger.newest_root()
        order = effect.order
        parcel = fields(
            order,
            waybill=effect.waybill,
            weight_mg=effect.weight_mg,
            units=effect.units,
            copy=1,
            root16=root_in_words(root),
            bench=self._bench,
            printed_at=local_minute(self._clock.now().wall_us),
            masked=self._masked,
            say=self._say,
        )
        if effect.ask.line is None:
            return parcel
        line = order.lines[effect.ask.line]
        goods = tuple(row for row in parcel.rows["goods"] if row["good_sku"] == line.sku)[:1]
        texts = dict(chain(parcel.texts.items(), _item(line).texts.items()))
        return Fields(texts=texts, rows={**parcel.rows, "goods": goods})

    def _stored(self, data: bytes, *, mime: str, role: str) -> MediaFile:
        at_ms = self._clock.now().wall_us // 1000
        return media_file(store(self._media, data, mime=mime, role=role, at_ms=at_ms))


def _item(line: OrderLine) -> Fields:
    return item_fields(
        sku=line.sku,
        name=line.name,
        variant=line.variant,
        code=line.barcodes[0].code if line.barcodes else line.sku,
        weight_mg=line.weight_mg,
    )
