"""Effects to the world: labels are drawn and sent, the scale is asked, pictures wait for their camera.

Nothing is decided here but one thing, on purpose: bytes go to a printer only for a label whose request the ledger
holds with these very bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from station.clock import Clock
from station.devices.pool import Pool
from station.errors import Trouble
from station.evidence.codec import media_file
from station.evidence.ledger import Ledger
from station.evidence.media import read, store
from station.label_printer import LabelPrinter
from station.labels.choice import fitting, no_label
from station.labels.drawing import LabelTrouble
from station.labels.render import one_picture, render_waybill
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
from station.packing.terms import ServiceTerms, Terms
from station.roots import root_in_words

LABEL = "label"
LABEL_IMAGE = "label-image"
PNG = "image/png"
DRAWN_MAX = 256
"""Labels whose printer is remembered: far more than are ever under way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A label drawn and not yet sent: the file of its bytes, and how many labels they are."""

    file: MediaFile
    labels: int


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
    others: Callable[[], Iterable[Template]] = tuple
    """Further templates of waybills, for paper and services that the usual ones are not for."""
    pending: dict[JobId, Drawn] = field(default_factory=dict)
    spares: tuple[LabelPrinter, ...] = ()
    pool: Pool = field(default_factory=lambda: Pool(()))
    drawn_for: dict[JobId, LabelPrinter] = field(default_factory=dict)
    """For which printer each of the last labels was drawn; its bytes go to no other."""
    chosen: dict[tuple[str, bool, str], Template | None] = field(default_factory=dict, init=False)
    """Which template a printer gets for orders at home or abroad by a service: asked at every input."""

    def draw(self, effect: DrawLabel) -> None:
        """The label on disk, byte for byte, or the reason why it cannot be printed. Nothing is sent."""
        printer = self._named(effect.printer)
        if printer is None:
            self.take(PrinterReport(job=effect.job, state=PrintState.NOT_READY, cause="no_printer"))
            return
        if self._template(effect.order, printer) is None:
            self.take(self._unfit(effect, printer))
            return
        try:
            self.take(self._ready(effect, printer))
        except LabelTrouble as trouble:
            self.take(LabelFailed(job=effect.job, zh=trouble.zh, en=trouble.en))
        except Trouble as trouble:
            self.take(LabelFailed(job=effect.job, zh=trouble.sentence(), en=trouble.sentence()))

    def send(self, job: JobId) -> None:
        """The bytes of a requested label, once. A job the ledger does not hold is a bug and stops the bench."""
        drawn = self.pending.pop(job)
        assert self.ledger.medium_is_named(drawn.file.name), "a label is sent only after its request is in the ledger"
        data = read(self.media, drawn.file.name, drawn.file.key)
        self.drawn_for[job].device.send(job, data, labels=drawn.labels)

    def cancel(self, job: JobId) -> None:
        """A void label does not come out, if not a byte of it has left."""
        self.pending.pop(job, None)
        self._withdraw(job)

    def recall(self, job: JobId) -> None:
        """The same, and say whether it was taken back whole: not when a byte of it may have left."""
        self.pending.pop(job, None)
        self.take(LabelRecalled(job=job, whole=self._withdraw(job)))

    def ready_for(self, order: Order | None) -> tuple[str, ...]:
        """The printers that say they are ready, have the paper for the order's label and a head as wide."""
        if order is None:
            return ()
        return tuple(name for name in self.pool.ready if self._can(name, order))

    def _can(self, name: str, order: Order) -> bool:
        printer = self._named(name)
        return printer is not None and self._template(order, printer) is not None

    def _withdraw(self, job: JobId) -> bool:
        printer = self.drawn_for.get(job)
        return printer is not None and printer.device.cancel(job)

    def _named(self, name: str) -> LabelPrinter | None:
        """The usual one for no name, and for one that is not of this bench any more."""
        return next((one for one in self.spares if one.name == name), self.printer)

    def _template(self, order: Order, printer: LabelPrinter) -> Template | None:
        """The usual one, or another for the paper in this printer; None where the service takes none of that paper."""
        key = (printer.name, is_domestic(order), order.service or "")
        if key not in self.chosen:
            usual, terms = self._usual(order), self._terms(order)
            media = terms.media if terms is not None else ()
            self.chosen[key] = fitting(usual, self.others, media, lambda template: printer.takes(template, usual))
        return self.chosen[key]

    def _usual(self, order: Order) -> Template:
        return self.domestic if is_domestic(order) else self.international

    def _terms(self, order: Order) -> ServiceTerms | None:
        return self.terms.get(order.service) if order.service is not None else None

    def _unfit(self, effect: DrawLabel, printer: LabelPrinter) -> LabelFailed:
        usual, terms = self._usual(effect.order), self._terms(effect.order)
        narrow = printer.too_narrow(usual) if printer.stock.takes(usual, usual) else None
        why = narrow or no_label(usual, terms, printer=printer.name, stock=printer.stock)
        return LabelFailed(job=effect.job, zh=why.zh, en=why.en, instead_of=printer.name)

    def _ready(self, effect: DrawLabel, printer: LabelPrinter) -> LabelReady:
        size, root = self.ledger.newest_root()
        template = self._template(effect.order, printer)
        assert template is not None, "a label is drawn only for paper that takes it"
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
        self.pending[effect.job] = Drawn(file=media[0], labels=len(pages))
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
        return media_file(medium)
