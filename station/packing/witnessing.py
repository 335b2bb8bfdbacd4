"""The scale as a second witness: each scan against the next stable change of weight (feature 2).

A change is held against what was scanned and has not come yet, in whatever order hands work: scanned and put in, put in
and scanned, several at once. What a change means is recorded; what it cannot mean is never guessed. An alarm needs all
of it: a box that is packed on the scale, units heavy enough for it, a pan at rest, and nothing else on it that could
hide them. A scan's own verdict never waits for any of this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from station.packing import prompts
from station.packing.events import Event, ItemPacked, ParcelWeighed
from station.packing.inputs import Instant
from station.packing.job import Job
from station.packing.model import OrderLine
from station.packing.pan import Owed, Pan, evolve_pan
from station.packing.reasons import Reason
from station.packing.resolving import Meaning, Piece, means, noise_mg, piece
from station.packing.rules import Rules, Watch
from station.packing.witness_events import (
    AccountBegun,
    OfWitness,
    SeenUnits,
    UnitsBorneOut,
    UnitsDoubted,
    WitnessSteppedBack,
)

ASK_AGAIN_MS = 3_000
"""After so long a weight that came too soon is looked at again."""

LOOSE_SHARE = 3
"""Loose weight up to this part of the lightest awaited unit does not hide it; with more on the pan nothing is sure."""

PASSED_MIN = 2
"""Units scanned later that have come: with fewer, hands that work in no fixed order are taken for forgetful ones."""

EXTRA_UNITS_MAX = 2
EXTRA_MIN_MG = 60_000
"""Filling, tape and papers weigh about as much as lighter goods do: those are never said to be in the box unscanned."""

ENTRIES_MAX = 12


def on_scale(job: Job, rules: Rules) -> bool:
    return rules.watch is not Watch.OFF and rules.weigh and job.workable and job.order is not None and job.stop is None


def noticed(job: Job, after: Job, events: Sequence[Event], rules: Rules) -> tuple[OfWitness, ...]:
    """What the scale bears out, or does not, now that ``events`` are true; ``after`` is the state they leave."""
    before, pan = job.pan, after.pan
    if not job.opened or not on_scale(after, rules) or pan == before or not _readable(after, rules):
        return ()
    if pan.settled_mg is None:
        return () if after.counted else (AccountBegun(weight_mg=_weight(pan)),)
    assert after.order is not None
    view = _View(after.order.lines, noise_mg(rules.scale_step_mg), rules.scale_step_mg)
    told = view.explained(before, pan)
    for event in told:
        pan = evolve_pan(pan, event)
    doubt = _doubt(after, pan, view, events, rules)
    return (*told, doubt) if doubt is not None else told


def awaits(job: Job, weight_mg: int, now: Instant, rules: Rules) -> bool:
    """Whether a weight comes too soon to be judged: the unit scanned last is not in it, and may be on its way."""
    last = job.last_scan
    if last is None or now.mono_us - last.mono_us >= rules.grace_ms * 1000 or not on_scale(job, rules):
        return False
    pan = evolve_pan(job.pan, ParcelWeighed(weight_mg=weight_mg, low_mg=None, high_mg=None, device=""))
    if pan.settled_mg is None or pan.lifted:
        return False
    assert job.order is not None
    view = _View(job.order.lines, noise_mg(rules.scale_step_mg), rules.scale_step_mg)
    if view.explained(job.pan, pan):
        return False
    return bool(view.missing(pan, pan.owed))


def _weight(pan: Pan) -> int:
    assert pan.weight_mg is not None
    return pan.weight_mg


def _readable(job: Job, rules: Rules) -> bool:
    """Whether the pan rests and bears this parcel's box."""
    pan = job.pan
    assert job.order is not None
    mine = job.pan_owner in (None, job.order.number)
    return mine and not pan.moving and pan.weight_mg is not None and pan.weight_mg > rules.near_zero_mg


class _View:
    """An order's lines as this scale sees them."""

    def __init__(self, lines: Sequence[OrderLine], noise: int, step_mg: int) -> None:
        self._lines = lines
        self._pieces: tuple[Piece | None, ...] = tuple(piece(line, step_mg) for line in lines)
        self._noise = noise

    def explained(self, before: Pan, pan: Pan) -> tuple[OfWitness, ...]:
        """The scanned units that the newest change is, or all that is loose; else why the scale cannot tell."""
        newest = 0 if before.weight_mg is None or pan.lifted else _weight(pan) - before.weight_mg
        awaited = self._awaited(pan.owed)
        noise = self._noise + sum(self._light_mg(each) for each in pan.owed)
        newest_scan = pan.owed[-1] if pan.owed and not pan.several else None
        expected = {newest_scan.line: newest_scan.units} if newest_scan else None
        if pan.lifted and means(_weight(pan), awaited, self._pieces, noise):
            return self._cannot_tell(pan)  # the box may have been on it all the time, and was only tared
        for change_mg in dict.fromkeys((newest, pan.loose_mg)):
            if abs(change_mg) <= self._noise and not (pan.lifted and change_mg == pan.loose_mg):
                continue
            if found := means(change_mg, awaited, self._pieces, noise, expected):
                return (self._borne_out(found, change_mg, pan, fresh=change_mg == newest),)
        if pan.lifted and abs(pan.loose_mg) <= self._noise:
            return (UnitsBorneOut(seen=(), change_mg=pan.loose_mg, settled_mg=_weight(pan)),)
        return self._cannot_tell(pan)

    def missing(self, pan: Pan, owed: Sequence[Owed]) -> tuple[SeenUnits, ...]:
        """Which of these units are surely not in the box: nothing loose on the pan could be one of them."""
        wanted = [each for each in owed if each.sure and each.units > 0 and self._is_clear(each.line)]
        if not wanted or not (pan.borne or pan.habit):
            return ()
        least = min(self._one(each.line).weight_mg for each in wanted)
        light = sum(self._light_mg(each) for each in pan.owed)
        room = max(self._noise, least // LOOSE_SHARE)
        if not -room <= pan.loose_mg <= room + light or 2 * (light + self._noise) > least:
            return ()
        return self._seen(_by_line(wanted))

    def taken_out(self, pan: Pan) -> tuple[SeenUnits, ...]:
        """Units that were in the box and are gone again, with no scan that says so."""
        if pan.owed or not pan.borne or pan.loose_mg >= -self._noise:
            return ()
        return self._lonely(pan.loose_mg, least_mg=0, most=1)

    def surplus(self, pan: Pan) -> tuple[SeenUnits, ...]:
        """Units that came without a scan: the loose weight is theirs, beside what is awaited."""
        if not pan.borne or any(self._pieces[each.line] is None for each in pan.owed):
            return ()
        awaited = sum(self._one(each.line).weight_mg * each.units for each in pan.owed)
        loose = pan.loose_mg - awaited
        at_once = max(pan.steps, default=0) >= loose - self._noise  # filling comes bit by bit
        if loose <= self._noise or not at_once:
            return ()
        doubtful_mg = 2 * max(one.allowance_mg for one in self._pieces if one is not None)  # of goods that came with it
        return self._lonely(loose, least_mg=max(EXTRA_MIN_MG, doubtful_mg), most=EXTRA_UNITS_MAX)

    def _lonely(self, change_mg: int, *, least_mg: int, most: int) -> tuple[SeenUnits, ...]:
        """One line of which a unit or two weigh just that."""
        sign = 1 if change_mg > 0 else -1
        best: tuple[int, int, int] | None = None
        for line, one in enumerate(self._pieces):
            if one is None or not one.clear or one.weight_mg < least_mg:
                continue
            for count in range(1, most + 1):
                off = abs(abs(change_mg) - count * one.weight_mg)
                if off <= count * one.allowance_mg // 2 + self._noise and (best is None or off < best[0]):
                    best = (off, line, sign * count)
        return self._seen({best[1]: best[2]}) if best is not None else ()

    def _awaited(self, owed: Sequence[Owed]) -> dict[int, int]:
        known = [each for each in owed if self._is_clear(each.line)]
        return _by_line(known[-ENTRIES_MAX:])

    def _borne_out(self, found: Meaning, change_mg: int, pan: Pan, *, fresh: bool) -> UnitsBorneOut:
        """Where one unit comes at a time, the nearest answer is the answer; else others may have come with it."""
        rest = 0 if change_mg == pan.loose_mg else pan.loose_mg - change_mg
        awaited = found.maybe if pan.several or len(found.units) > 1 else ()
        unscanned = self._hidden(found, change_mg) if pan.several or not fresh else ()
        return UnitsBorneOut(
            seen=self._seen(found.units),
            change_mg=change_mg,
            settled_mg=_weight(pan) - rest,
            maybe=tuple(sorted({*awaited, *unscanned})),
        )

    def _hidden(self, found: Meaning, change_mg: int) -> tuple[int, ...]:
        """Lines of which one unit more, not scanned yet, may lie in the same change."""
        allowed, left = self._noise, change_mg
        for line, count in found.units.items():
            allowed += self._one(line).allowance_mg * abs(count)
            left -= self._one(line).weight_mg * count
        return tuple(
            line
            for line, one in enumerate(self._pieces)
            if one is not None and abs(left - one.weight_mg) <= allowed + one.allowance_mg
        )

    def _cannot_tell(self, pan: Pan) -> tuple[OfWitness, ...]:
        """Another box came back, or what came is of units whose weight is unknown or too little for this scale."""
        if pan.lifted:
            return (WitnessSteppedBack(why="lost_track", seen=(), settled_mg=_weight(pan)),)
        if pan.loose_mg <= self._noise:
            return ()
        unknown = [each for each in pan.owed if self._pieces[each.line] is None]
        if unknown:
            return (self._stepped_back("weight_unknown", unknown, pan),)
        light = [each for each in pan.owed if self._light_mg(each) > 0]
        if light and pan.loose_mg <= sum(self._light_mg(each) for each in light) + self._noise:
            return (self._stepped_back("too_light", light, pan),)
        return ()

    def _stepped_back(self, why: str, owed: Sequence[Owed], pan: Pan) -> WitnessSteppedBack:
        return WitnessSteppedBack(why=why, seen=self._seen(_by_line(owed)), settled_mg=_weight(pan))

    def _light_mg(self, each: Owed) -> int:
        one = self._pieces[each.line]
        return 0 if one is None or one.clear or each.units < 0 else one.weight_mg * each.units

    def _is_clear(self, line: int) -> bool:
        one = self._pieces[line]
        return one is not None and one.clear

    def _one(self, line: int) -> Piece:
        one = self._pieces[line]
        assert one is not None
        return one

    def _seen(self, units: Mapping[int, int]) -> tuple[SeenUnits, ...]:
        return tuple(
            SeenUnits(
                line=line,
                sku=self._lines[line].sku,
                units=count,
                weight_mg=(self._lines[line].weight_mg or 0) * count,
            )
            for line, count in sorted(units.items())
        )


def _by_line(owed: Sequence[Owed]) -> dict[int, int]:
    counted = Counter[int]()
    for each in owed:
        counted[each.line] += each.units
    return {line: units for line, units in counted.items() if units}


def _doubt(job: Job, pan: Pan, view: _View, events: Sequence[Event], rules: Rules) -> UnitsDoubted | None:
    """At the weight that would print the label all must agree; before that, only what was clearly passed over."""
    if job.counted and any(isinstance(event, ParcelWeighed) for event in events):
        return _at_the_end(pan, view, rules)
    if any(isinstance(event, ItemPacked) for event in events) and not job.counted and not pan.several:
        passed = view.missing(pan, [each for each in pan.owed if each.passed >= PASSED_MIN and not each.told])
        if passed:
            return UnitsDoubted(reason=Reason.ITEM_NOT_ADDED, seen=passed, change_mg=pan.loose_mg)
    return None


def _at_the_end(pan: Pan, view: _View, rules: Rules) -> UnitsDoubted | None:
    stops = rules.watch is Watch.STOP
    if missing := view.missing(pan, pan.owed) or view.taken_out(pan):
        prompt = prompts.in_the_box() if stops else None
        return UnitsDoubted(
            reason=Reason.ITEM_NOT_ADDED, seen=missing, change_mg=pan.loose_mg, prompt=prompt, quiet=not stops
        )
    if surplus := view.surplus(pan):
        prompt = prompts.packing_material() if stops else None
        return UnitsDoubted(
            reason=Reason.ITEM_UNEXPLAINED, seen=surplus, change_mg=pan.loose_mg, prompt=prompt, quiet=not stops
        )
    return None
