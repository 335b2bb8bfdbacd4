"""The rules for zeroing the scale on a wish: only what an empty pan shows, nothing that lies on it.

A scale does it by itself within a small part of its range; most refuse more, but not all do.
"""

from __future__ import annotations

from typing import Final

from station.packing.events import Event, NothingToDo, ZeroAsked
from station.packing.inputs import Pressed
from station.packing.job import Job
from station.packing.rules import Rules

DRIFT_MG_MAX: Final = 50_000
"""Dirt and drift stay below; goods beside the pan's zero would be missing from every weight that follows."""


def zeroed(job: Job, press: Pressed, rules: Rules) -> tuple[Event, ...]:
    pan = job.pan
    if not rules.zeroes:
        return (NothingToDo(what="zero_by_its_key", device=press.device),)
    if pan.away:
        return (NothingToDo(what="zero_no_scale", device=press.device),)
    if pan.settled_mg is not None or (pan.weight_mg is not None and abs(pan.weight_mg) > DRIFT_MG_MAX):
        return (NothingToDo(what="zero_not_empty", device=press.device),)
    return (ZeroAsked(weight_mg=pan.weight_mg, device=press.device),)
