"""Whether a label's size is one that the carrier's service takes; refused with words before anything is drawn."""

from __future__ import annotations

from station.labels.drawing import LabelTrouble
from station.labels.field_words import fault
from station.labels.template import Template
from station.packing.terms import ServiceTerms, media_allowed


def refuse_wrong_media(template: Template, terms: ServiceTerms | None) -> None:
    """LabelTrouble when the service does not take labels of the template's size; unknown sizes refuse none."""
    file = template.file
    if terms is None or media_allowed(terms.media, width_dmm=file.width_dmm, height_dmm=file.height_dmm):
        return
    size = f"{file.width_dmm // 10}x{file.height_dmm // 10}"
    allowed = ", ".join(map(str, terms.media))
    raise LabelTrouble(
        f"{terms.en} takes labels of {allowed} mm, and this template is {size} mm: choose another template or service",
        said=fault("wrong_template", carrier=(terms.zh, terms.en), allowed=allowed, size=size),
        field="",
        where=file.name,
    )
