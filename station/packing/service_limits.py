"""No label prints for a parcel that its carrier would not take: weight as weighed, sides as its carton says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from station.packing.events import LabelHeld
from station.packing.job import Job
from station.packing.model import ServiceId
from station.packing.reasons import Reason
from station.packing.rules import Rules
from station.packing.terms import Breach, Measure, breach

OVER: Mapping[Measure, tuple[str, str]] = MappingProxyType(
    {
        Measure.WEIGHT: (
            "{carrier}限重 {limit} 克，这箱 {found} 克：取出一些，或挂单，让办公室换快递",
            "{carrier} takes {limit} g in weight, this parcel has {found}: "
            "take something out, or put it aside and have the office choose another service",
        ),
        Measure.SIDE: (
            "{carrier}最长边限 {limit} 毫米，这箱 {found} 毫米：取出一些，或挂单，让办公室换快递",
            "{carrier} takes {limit} mm on the longest side, this parcel has {found}: "
            "take something out, or put it aside and have the office choose another service",
        ),
        Measure.SUM: (
            "{carrier}长宽高合计限 {limit} 毫米，这箱 {found} 毫米：取出一些，或挂单，让办公室换快递",
            "{carrier} takes {limit} mm in length, width and height together, this parcel has {found}: "
            "take something out, or put it aside and have the office choose another service",
        ),
        Measure.GIRTH: (
            "{carrier}长加周长限 {limit} 毫米，这箱 {found} 毫米：取出一些，或挂单，让办公室换快递",
            "{carrier} takes {limit} mm in length and girth, this parcel has {found}: "
            "take something out, or put it aside and have the office choose another service",
        ),
    }
)
"""Whole sentences, so that a screen of a third language knows them again."""


def over_limit(job: Job, service: ServiceId | None, rules: Rules) -> LabelHeld | None:
    """Why the service will not take the parcel, in words; None when it will, or when its limits are not known."""
    terms = rules.terms.get(service) if service is not None else None
    if terms is None:
        return None
    carton = next((carton for carton in rules.cartons if carton.code == job.carton), None)
    found = breach(terms.limits, weight_mg=job.weight_mg, sides_mm=carton.sides_mm if carton else None)
    if found is None:
        return None
    zh, en = OVER[found.measure]
    has, limit = _figures(found)
    return LabelHeld(
        reason=Reason.SERVICE_LIMIT,
        detail=en.format(carrier=terms.en, limit=limit, found=has),
        detail_zh=zh.format(carrier=terms.zh, limit=limit, found=has),
    )


def _figures(over: Breach) -> tuple[int, int]:
    """In grams or millimetres; what is over is rounded up, so that it never reads as if it were within."""
    if over.measure is not Measure.WEIGHT:
        return over.found, over.limit
    return -(-over.found // 1000), over.limit // 1000
