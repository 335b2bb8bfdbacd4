"""A printer as labels and papers see it: what it speaks, how dense and wide it prints, what paper lies in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from station.devices.dialect import AS_IT_IS, PrinterLanguage, Sensing, Setup, dots_per_mm
from station.devices.profile import Equipment, refuse_too_wide, too_wide
from station.labels.choice import Stock
from station.labels.drawing import LabelTrouble
from station.labels.field_words import fault
from station.labels.render import Rendered
from station.labels.template import Template
from station.packing.terms import Media


class Sender(Protocol):
    """What sends bytes to paper."""

    def send(self, job: str, data: bytes, *, labels: int = 1) -> None: ...

    def cancel(self, job: str) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelPrinter:
    """One printer. Nothing here waits: its device answers later."""

    name: str
    speaks: str
    dpi: int
    language: PrinterLanguage
    device: Sender
    setup: Setup = AS_IT_IS
    stock: Stock = field(default_factory=Stock)

    def encode(self, pages: Sequence[Rendered]) -> bytes:
        """The labels of one parcel in one job."""
        for page in pages:
            refuse_too_wide(self.setup, page.width_dots)
        pictures = [(page.bitmap, page.width_dots, page.height_dots) for page in pages]
        together: Any = getattr(self.language, "encode_pages", None)
        if together is not None:
            joined: bytes = together(pictures, setup=self.setup)
            return joined
        return b"".join(self.language.encode(*picture, setup=self.setup) for picture in pictures)

    def takes(self, template: Template, usual: Template) -> bool:
        """Whether its paper is as large as the template asks and its head wide enough for it."""
        return self.stock.takes(template, usual) and self.too_narrow(template) is None

    def too_narrow(self, template: Template) -> LabelTrouble | None:
        """Why the head cannot print so wide a label, if it cannot."""
        width_dots = round(template.file.width_dmm * dots_per_mm(self.dpi) / 10)
        if not too_wide(self.setup, width_dots):
            return None
        return LabelTrouble(
            f"the label is {width_dots} dots wide, the print head of {self.name!r} {self.setup.head_dots}",
            said=fault("head_too_narrow", width=width_dots, printer=self.name, head=str(self.setup.head_dots)),
            field="",
            remedy="Choose a narrower template or a wider printer.",
        )


def label_printer(name: str, media: str, equipped: Equipment, device: Sender) -> LabelPrinter:
    """Of a ``[[device]]``; ``media`` is empty where nobody said what lies in it."""
    return LabelPrinter(
        name=name,
        speaks=equipped.speaks,
        dpi=equipped.dpi,
        language=equipped.language,
        device=device,
        setup=equipped.setup,
        stock=_stock(media, equipped.setup),
    )


def _stock(media: str, setup: Setup) -> Stock:
    """An office printer's sheet is known from its profile; other paper only by whoever loads it."""
    if setup.paper_mm is not None:
        width_mm, height_mm = setup.paper_mm
        return Stock(media=Media(width_mm=width_mm, height_mm=height_mm), sheet=True)
    if not media:
        return Stock()
    width, height = map(int, media.split("x"))
    return Stock(media=Media(width_mm=width, height_mm=height), endless=setup.sensing is Sensing.CONTINUOUS)
