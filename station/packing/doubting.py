"""What a disagreement of scans and scale means for the job: what is shown, what is asked, and when both are over."""

from __future__ import annotations

from station.packing.events import Event, Explanation
from station.packing.job import Attention, Job
from station.packing.pan import Pan, evolve_pan
from station.packing.prompts import IN_THE_BOX, PACKING_MATERIAL
from station.packing.questions import Prompt
from station.packing.reasons import Reason
from station.packing.replacing import replace
from station.packing.witness_events import UnitsDoubted

DOUBTS = frozenset({Reason.ITEM_NOT_ADDED, Reason.ITEM_UNEXPLAINED})
NAMES_MAX = 2
_QUESTIONS = frozenset({IN_THE_BOX, PACKING_MATERIAL})


def witnessed(job: Job, before: Pan, event: Event) -> Job:
    """The job after ``event`` with what it means for the pan; ``before`` is the pan until then."""
    pan = evolve_pan(before, event)
    if before.doubt is not None and pan.doubt is None:
        job = _undoubted(job)
    if isinstance(event, UnitsDoubted):
        job = _doubted(job, event)
    return job if pan is job.pan else replace(job, pan=pan)


def _doubted(job: Job, event: UnitsDoubted) -> Job:
    """While packing it is a word on the screen; at the end it holds the label until it is settled."""
    if event.quiet:
        return job
    attention = Attention(
        reason=event.reason,
        detail=_named(job, event),
        weight_mg=job.weight_mg,
        explanations=tuple(
            Explanation(line=each.line, sku=each.sku, units=abs(each.units), weight_mg=each.weight_mg)
            for each in event.seen
        ),
    )
    asked = (event.prompt,) if event.prompt is not None else ()
    return replace(job, attention=attention, prompts=(*asked, *_others(job)))


def _named(job: Job, event: UnitsDoubted) -> str:
    """The goods, as people call them."""
    assert job.order is not None
    lines = [(job.order.lines[each.line], abs(each.units)) for each in event.seen]
    names = [f"{' '.join(filter(None, (line.name or line.sku, line.variant)))} × {units}" for line, units in lines]
    more = ["…"] if len(names) > NAMES_MAX else []
    return ", ".join([*names[:NAMES_MAX], *more])


def _undoubted(job: Job) -> Job:
    over = job.attention is not None and job.attention.reason in DOUBTS
    return replace(job, attention=None if over else job.attention, prompts=_others(job))


def _others(job: Job) -> tuple[Prompt, ...]:
    return tuple(prompt for prompt in job.prompts if prompt.id not in _QUESTIONS)
