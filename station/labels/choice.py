"""Which template an order gets: the usual one, or the first of its kind whose size the carrier's service takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from station.labels.template import Template, load
from station.packing.terms import Media, media_allowed


def fitting(usual: Path, media: tuple[Media, ...]) -> Template:
    """The usual template where no other of its folder and kind fits better; the caller refuses what does not fit."""
    template = load(usual)
    if _fits(template, media) or not template.file.kind:
        return template
    return next((other for other in _alike(usual, template) if _fits(other, media)), template)


def _alike(usual: Path, template: Template) -> Iterator[Template]:
    """The folder's other templates for the same destinations, by name."""
    for path in sorted(usual.parent.glob("waybill-*.toml")):
        if path != usual and "[label]" in path.read_text("utf-8", errors="replace"):
            other = load(path)
            if other.file.kind == template.file.kind:
                yield other


def _fits(template: Template, media: tuple[Media, ...]) -> bool:
    return media_allowed(media, width_dmm=template.file.width_dmm, height_dmm=template.file.height_dmm)
