"""Which template an order gets: of a size that the carrier's service takes and that lies in the printer. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from station.labels.drawing import LabelTrouble
from station.labels.field_words import fault
from station.labels.template import Template
from station.packing.terms import SLACK_DMM, Media, ServiceTerms, media_allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """The paper in a printer. ``media`` None: nobody said, so it is as large as the bench's usual template."""

    media: Media | None = None
    endless: bool = False  # a roll without gaps: any length
    sheet: bool = False  # an office printer's sheet: whatever is not larger

    def takes(self, template: Template, usual: Template) -> bool:
        width_dmm, height_dmm = template.file.width_dmm, template.file.height_dmm
        if self.media is None:
            return (width_dmm, height_dmm) == (usual.file.width_dmm, usual.file.height_dmm)
        narrow = width_dmm <= self.media.width_mm * 10 + SLACK_DMM
        if self.endless:
            return narrow
        if self.sheet:
            return narrow and height_dmm <= self.media.height_mm * 10 + SLACK_DMM
        return media_allowed((self.media,), width_dmm=width_dmm, height_dmm=height_dmm)


def fitting(
    usual: Template,
    others: Callable[[], Iterable[Template]],
    media: tuple[Media, ...],
    takes: Callable[[Template], bool] = lambda _template: True,
) -> Template | None:
    """The usual template, or the first of its kind that the service allows and the printer takes.

    ``others`` are read only where the usual one does not do.
    """
    if _allowed(usual, media) and takes(usual):
        return usual
    if not usual.file.kind:
        return None
    alike = (other for other in others() if other.file.kind == usual.file.kind)
    return next((other for other in alike if _allowed(other, media) and takes(other)), None)


def no_label(usual: Template, terms: ServiceTerms | None, *, printer: str, stock: Stock) -> LabelTrouble:
    """Why none fits, and the way out: other paper, another printer, another service."""
    inside = str(stock.media) if stock.media is not None else size_of(usual)
    if terms is not None and terms.media:
        allowed = ", ".join(map(str, terms.media))
        what = f"{terms.en} takes labels of {allowed} mm"
        said = fault("wrong_paper", carrier=(terms.zh, terms.en), allowed=allowed, printer=printer, inside=inside)
    else:
        kind = usual.file.kind if usual.file.kind in ("domestic", "international") else ""
        what = f"there is no {kind} label of that size".replace("  ", " ")
        said = fault(f"no_template_{kind}".rstrip("_"), printer=printer, inside=inside)
    return LabelTrouble(
        f"{what}, and {inside} mm is loaded in {printer!r}",
        said=said,
        field="",
        remedy="Load such labels and say so in bench.toml (media), take another printer, or another service.",
    )


def size_of(template: Template) -> str:
    return f"{template.file.width_dmm // 10}x{template.file.height_dmm // 10}"


def _allowed(template: Template, media: tuple[Media, ...]) -> bool:
    return media_allowed(media, width_dmm=template.file.width_dmm, height_dmm=template.file.height_dmm)
