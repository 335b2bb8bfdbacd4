"""What the screen says of the scale while a box is packed on it: awaited, borne out, or why it cannot tell. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from station.packing.events import Event, WeightSeen
from station.packing.job import Job
from station.packing.rules import Rules, Watch
from station.packing.witness_events import UnitsBorneOut
from station.ui.screen import WitnessState, WitnessView, Words

AWAITS: Final = Words(zh="秤在等 {grams}", en="The scale awaits {grams}")
AGREES: Final = Words(zh="秤：一致", en="The scale agrees")
AGREES_WITH: Final = Words(zh="秤看到 {grams}，一致", en="The scale saw {grams}: it agrees")
LOOSE: Final = Words(zh="多出 {grams}，扫了就对上", en="{grams} not scanned yet")
OFF_SCALE: Final = Words(
    zh="这箱没有逐件称过；下一箱放在秤上装", en="Items were not weighed one by one: pack the next box on the scale"
)

BACK: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "too_light": Words(zh="秤分不出这么轻的，这件不核对重量", en="Too light for this scale: it is only counted"),
        "weight_unknown": Words(zh="这件重量未知，不核对重量", en="Its weight is not known: it is only counted"),
        "lost_track": Words(zh="箱子换过或去过皮，重新核对", en="Another box, or tared: the scale starts again"),
    }
)
"""Why the scale cannot tell just now: a quiet word, never an alarm."""


def view(job: Job, events: Sequence[Event], rules: Rules) -> WitnessView | None:
    """None where the scale is no witness, or has nothing to say yet."""
    pan = job.pan
    if rules.watch is Watch.OFF or not rules.weigh or not job.workable or job.order is None:
        return None
    if pan.settled_mg is None:
        said_once = job.counted and not pan.unwatched and len(job.units) > 1
        return WitnessView(state=WitnessState.QUIET, words=OFF_SCALE) if said_once else None
    weights = {at: line.weight_mg or 0 for at, line in enumerate(job.order.lines)}
    awaited_mg = sum(weights[each.line] * each.units for each in pan.owed if each.sure)
    expected_mg = pan.settled_mg + awaited_mg
    seen = next((event for event in events if isinstance(event, UnitsBorneOut) and event.seen), None)
    if pan.back:
        return WitnessView(state=WitnessState.QUIET, words=BACK[pan.back])
    state, words = _said(awaited_mg, pan.loose_mg if not pan.lifted else 0, seen, noise_mg=rules.scale_step_mg * 3)
    return WitnessView(state=state, words=words, weight_mg=pan.weight_mg, expected_mg=expected_mg)


def agreed(events: Sequence[Event]) -> Words | None:
    """The headline for a change of weight that is some scanned units, as long as nothing else was said."""
    if not events or not isinstance(events[0], WeightSeen):
        return None
    seen = next((event for event in events if isinstance(event, UnitsBorneOut) and event.seen), None)
    return _filled(AGREES_WITH, seen.change_mg) if seen is not None else None


def _said(awaited_mg: int, loose_mg: int, seen: UnitsBorneOut | None, *, noise_mg: int) -> tuple[WitnessState, Words]:
    if awaited_mg:
        return WitnessState.AWAITS, _filled(AWAITS, awaited_mg)
    if seen is not None:
        return WitnessState.AGREES, _filled(AGREES_WITH, seen.change_mg)
    if loose_mg > max(noise_mg, 5_000):
        return WitnessState.AWAITS, _filled(LOOSE, loose_mg)
    return WitnessState.AGREES, AGREES


def _filled(words: Words, weight_mg: int) -> Words:
    sign = "−" if weight_mg < 0 else "+"
    grams = (abs(weight_mg) + 500) // 1000
    return words.filled(grams=Words(zh="{g} 克", en="{g} g").filled(g=f"{sign}{grams}"))
