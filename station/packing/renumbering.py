"""The rules for another number: the label may be on a wrong box, so its number is void for ever and never live again.

Only a supervisor says so: the sign-in, or a badge for this one act. The number in its place comes from the order book,
which takes the old one out of use first; the new label is no copy of anything.
"""

from __future__ import annotations

from station.packing import prompts
from station.packing.events import Event, LabelVoided, NothingToDo, PromptAnswered, PromptOpened
from station.packing.inputs import Answered
from station.packing.job import ON_PAPER, Job
from station.packing.print_events import WaybillVoided


def asked(job: Job) -> tuple[Event, ...]:
    """The packer wants another number; who is signed in as supervisor need not show a badge."""
    if job.supervisor:
        return renumbered(job, by=job.packer)
    return (PromptOpened(prompt=prompts.new_number()),)


def allowed(job: Job, answer: Answered, by: str) -> tuple[Event, ...]:
    """A supervisor's badge was shown for it."""
    recorded = PromptAnswered(prompt=prompts.NEW_NUMBER, value=by, device=answer.device)
    return (recorded, *renumbered(job, by=by))


def renumbered(job: Job, *, by: str) -> tuple[Event, ...]:
    label = job.label
    if label is None or label.state not in ON_PAPER:
        return (NothingToDo(what="nothing_to_reprint", device="keys"),)
    voided = LabelVoided(job=label.job, waybill=label.waybill, why=prompts.WRONG_BOX)
    return (voided, WaybillVoided(waybill=label.waybill, why=prompts.WRONG_BOX, by=by))
