"""Effects to the world: labels are drawn and sent, the scale is asked, pictures wait for their camera.

Nothing is decided here but one thing, on purpose: bytes go to a printer only for a label whose request the ledger
holds with these very bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from station.clock import Clock
from station.devices.dialect import AS_IT_IS, PrinterLanguage, Setup, dots_per_mm
from station.devices.pool import Pool
from station.devices.profile import refuse_too_wide, too_wide
from station.errors import Trouble
from station.evidence.ledger import Ledger
from station.evidence.media import store
from station.labels.drawing import LabelTrouble
from station.labels.media import refuse_wrong_media
from station.labels.render import Rendered, one_picture, render_waybill
from station.labels.template import Template
from station.labels.waybill import fields, is_domestic, local_minute
from station.packing.effects import DrawLabel
from station.packing.inputs import (
    Input,
    Instant,
    LabelFailed,
    LabelReady,
    LabelRecalled,
    MediaFile,
    PrinterReport,
    PrintState,
)
from station.packing.model import JobId, Order
from station.packing.terms import Terms
from station.roots import root_in_words

LABEL = "label"
LABEL_IMAGE = "label-image"
PNG = "image/png"
PAGES = "pdf"
DRAWN_MAX = 256
"""Labels whose printer is remembered: far more than are ever under way."""


class Sender(Protocol):
    """What sends bytes to paper."""

    def send(self, job: str, data: bytes) -> None: ...

    def cancel(self, job: str) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelPrinter:
    """One printer as labels see it."""

    name: str
    speaks: str
    dpi: int
    language: PrinterLanguage
    device: Sender
    setup: Setup = AS_IT_IS

    def encode(self, pages: Sequence[Rendered]) -> bytes:
        """The labels of one parcel in one job; a page printer takes only one."""
        refuse_too_wide(self.setup, pages[0].width_dots)
        if len(pages) > 1 and self.speaks == PAGES:
            raise LabelTrouble(
                f"this parcel needs {len(pages)} labels, and {self.name!r} prints one a job",
                zh=f"这个包裹要 {len(pages)} 张面单，“{self.name}”一次只能打一张",
                field="declared",
                remedy="Print it on a label printer.",
            )
        return b"".join(
            self.language.encode(page.bitmap, page.width_dots, page.height_dots, setup=self.setup) for page in pages
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelDesk:
    """Draws labels and sends them. ``take`` gets the answers.

    ``printer`` is the usual one; ``spares`` are the others, drawn for when the packer says so.
    """

    ledger: Ledger
    media: Path
    clock: Clock
    bench: str
    masked: bool
    domestic: Template
    international: Template
    printer: LabelPrinter | None
    take: Callable[[Input], None]
    terms: Terms = field(default_factory=dict)
    pending: dict[JobId, str] = field(default_factory=dict)
    """SHA-256 of the bytes of labels drawn and not yet sent."""
    spares: tuple[LabelPrinter, ...] = ()
    pool: Pool = field(default_factory=lambda: Pool(()))
    drawn_for: dict[JobId, LabelPrinter] = field(default_factory=dict)
    """For which printer each of the last labels was drawn; its bytes go to no other."""

    def draw(self, effect: DrawLabel) -> None:
        """The label on disk, byte for byte, or the reason why it cannot be printed. Nothing is sent."""
        printer = self._named(effect.printer)
        if printer is None:
            self.take(PrinterReport(job=effect.job, state=PrintState.NOT_READY, cause="no_printer"))
            return
        try:
            self.take(self._ready(effect, printer))
        except LabelTrouble as trouble:
            self.take(LabelFailed(job=effect.job, zh=trouble.zh, en=trouble.sentence()))
        except Trouble as trouble:
            self.take(LabelFailed(job=effect.job, zh=trouble.sentence(), en=trouble.sentence()))

    def send(self, job: JobId) -> None:
        """The bytes of a requested label, once. A job the ledger does not hold is a bug and stops the bench."""
        sha256 = self.pending.pop(job)
        assert self.ledger.medium_is_named(sha256), "a label is sent only after its request is in the ledger"
        self.drawn_for[job].device.send(job, (self.media / sha256).read_bytes())

    def cancel(self, job: JobId) -> None:
        """A void label does not come out, if not a byte of it has left."""
        self.pending.pop(job, None)
        self._withdraw(job)

    def recall(self, job: JobId) -> None:
        """The same, and say whether it was taken back whole: not when a byte of it may have left."""
        self.pending.pop(job, None)
        self.take(LabelRecalled(job=job, whole=self._withdraw(job)))

    def ready_for(self, order: Order | None) -> tuple[str, ...]:
        """The printers that say they are ready and whose heads are wide enough for the order's label."""
        if order is None:
            return ()
        return tuple(name for name in self.pool.ready if _takes(self._named(name), self._template(order)))

    def _withdraw(self, job: JobId) -> bool:
        printer = self.drawn_for.get(job)
        return printer is not None and printer.device.cancel(job)

    def _named(self, name: str) -> LabelPrinter | None:
        """The usual one for no name, and for one that is not of this bench any more."""
        return next((one for one in self.spares if one.name == name), self.printer)

    def _template(self, order: Order) -> Template:
        return self.domestic if is_domestic(order) else self.international

    def _ready(self, effect: DrawLabel, printer: LabelPrinter) -> LabelReady:
        size, root = self.ledger.newest_root()
        template = self._template(effect.order)
        service = effect.order.service
        refuse_wrong_media(template, self.terms.get(service) if service is not None else None)
        now = self.clock.now()
        pages = render_waybill(
            template,
            fields(
                effect.order,
                waybill=effect.waybill,
                weight_mg=effect.weight_mg,
                units=effect.units,
                copy=effect.copy,
                root16=root_in_words(root),
                bench=self.bench,
                printed_at=local_minute(now.wall_us),
                masked=self.masked,
            ),
            printer.dpi,
        )
        data = printer.encode(pages)
        media = (
            self._stored(data, mime=printer.language.mime, role=LABEL, now=now),
            self._stored(one_picture(pages, printer.dpi), mime=PNG, role=LABEL_IMAGE, now=now),
        )
        self.pending[effect.job] = media[0].sha256
        self._note(effect.job, printer)
        return LabelReady(
            job=effect.job, waybill=effect.waybill, printer=printer.name, root_size=size, root=root, media=media
        )

    def _note(self, job: JobId, printer: LabelPrinter) -> None:
        self.drawn_for[job] = printer
        while len(self.drawn_for) > DRAWN_MAX:
            del self.drawn_for[next(iter(self.drawn_for))]

    def _stored(self, data: bytes, *, mime: str, role: str, now: Instant) -> MediaFile:
        medium = store(self.media, data, mime=mime, role=role, at_ms=now.wall_us // 1000)
        return MediaFile(sha256=medium.sha256, size=medium.size, mime=medium.mime, role=medium.role, at_ms=medium.at_ms)


def _takes(printer: LabelPrinter | None, template: Template) -> bool:
    """Whether the head is wide enough; a label for a wider one would be refused when it is drawn."""
    if printer is None:
        return False
    return not too_wide(printer.setup, round(template.file.width_dmm * dots_per_mm(printer.dpi) / 10))
