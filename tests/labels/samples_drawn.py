"""The shipped samples with fixed surroundings, as tests draw them."""

from __future__ import annotations

from station.labels.drawing import Drawing
from station.labels.samples import SAMPLES, Sample
from station.labels.template import Fields, Template, load
from station.labels.waybill import fields, is_domestic
from station.settings import config_dir

ROOT16 = "7F3A91C2KQ4ZM7TD"


def template_of(sample: Sample) -> Template:
    name = "waybill-100x150" if is_domestic(sample.order) else "waybill-intl-100x150"
    return load(config_dir() / "labels" / f"{name}.toml")


def fields_of(sample: Sample, *, masked: bool = True) -> Fields:
    return fields(
        sample.order,
        waybill=sample.waybill,
        weight_mg=sample.weight_mg,
        units=sample.units,
        copy=sample.copy,
        root16=ROOT16,
        bench="B07",
        printed_at="2026-11-21 13:49",
        masked=masked,
    )


def drawing_of(name: str) -> Drawing:
    sample = SAMPLES[name]
    return template_of(sample).draw(fields_of(sample))
