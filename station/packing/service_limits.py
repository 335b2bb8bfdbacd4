"""No label prints for a parcel that its carrier would not take: weight as weighed, sides as its carton says."""

from __future__ import annotations

from station.packing.events import LabelHeld
from station.packing.job import Job
from station.packing.model import ServiceId
from station.packing.reasons import Reason
from station.packing.rules import Rules
from station.packing.terms import Breach, Measure, ServiceTerms, breach


def over_limit(job: Job, service: ServiceId | None, rules: Rules) -> LabelHeld | None:
    """Why the service will not take the parcel, in words; None when it will, or when its limits are not known."""
    terms = rules.terms.get(service) if service is not None else None
    if terms is None:
        return None
    carton = next((carton for carton in rules.cartons if carton.code == job.carton), None)
    found = breach(terms.limits, weight_mg=job.weight_mg, sides_mm=carton.sides_mm if carton else None)
    if found is None:
        return None
    return LabelHeld(reason=Reason.SERVICE_LIMIT, detail=_english(terms, found), detail_zh=_chinese(terms, found))


def _chinese(terms: ServiceTerms, over: Breach) -> str:
    what = {
        Measure.WEIGHT: "限重",
        Measure.SIDE: "最长边限",
        Measure.SUM: "长宽高合计限",
        Measure.GIRTH: "长加周长限",
    }[over.measure]
    unit = "克" if over.measure is Measure.WEIGHT else "毫米"
    found, limit = _figures(over)
    return f"{terms.zh}{what} {limit} {unit}，这箱 {found} {unit}：取出一些，或挂单，让办公室换快递"


def _english(terms: ServiceTerms, over: Breach) -> str:
    what = {
        Measure.WEIGHT: "g in weight",
        Measure.SIDE: "mm on the longest side",
        Measure.SUM: "mm in length, width and height together",
        Measure.GIRTH: "mm in length and girth",
    }[over.measure]
    found, limit = _figures(over)
    remedy = "take something out, or HOLD it and have the office choose another service"
    return f"{terms.en} takes {limit} {what}, this parcel has {found}: {remedy}"


def _figures(over: Breach) -> tuple[int, int]:
    """In grams or millimetres; what is over is rounded up, so that it never reads as if it were within."""
    if over.measure is not Measure.WEIGHT:
        return over.found, over.limit
    return -(-over.found // 1000), over.limit // 1000
