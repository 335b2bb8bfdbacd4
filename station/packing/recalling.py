"""The rules for a label that waits for its printer: another printer by the packer's choice, or put aside meanwhile.

Either way the label is taken back first. Where a byte of it may have left, the packer is asked whether it came out,
and nothing goes to a second printer before the answer: no parcel has two live labels.
"""

from __future__ import annotations

from station.packing import prompts
from station.packing.events import (
    DeviceChanged,
    Event,
    LabelHeld,
    LabelUnknown,
    LabelVoided,
    NothingToDo,
    PromptAnswered,
    PromptOpened,
)
from station.packing.inputs import Answered, DeviceKind, LabelFailed, LabelRecalled, PrinterReport, PrintState
from station.packing.job import Job, Label, LabelState
from station.packing.labelling import current, failed, out_of_printer
from station.packing.model import JobId
from station.packing.parking import parked
from station.packing.print_events import HoldAsked, PrinterChosen
from station.packing.reasons import Reason
from station.packing.rules import Rules

SPARES_MAX = 4


def waits_for_printer(job: Job) -> bool:
    """Whether the label is on its way to a printer that does not take it, and not a byte has left by its word."""
    return job.opened and job.label is not None and job.label.state is LabelState.REQUESTED and bool(job.label.waits)


def spares(label: Label, rules: Rules) -> tuple[str, ...]:
    """As many as the screen has room for, with their codes."""
    return tuple(name for name in rules.printers if name != label.printer)[:SPARES_MAX]


def offered(job: Job, report: PrinterReport, rules: Rules) -> tuple[Event, ...]:
    """The printer does not take the label, which waits; where another one could, the packer is asked."""
    waits = report.state is PrintState.NOT_READY and current(job, report.job) is not None
    return _question(job, rules) if waits else ()


def refused(job: Job, input: LabelFailed, rules: Rules) -> tuple[Event, ...]:
    """The printer has not the paper that the service takes: one that has it is offered, or taken as the last time."""
    held = failed(job, input)
    others = tuple(name for name in rules.printers if name != input.instead_of)[:SPARES_MAX]
    if current(job, input.job) is None or job.stop is not None or not others:
        return held
    if job.paper_printer in others:
        return (*held, _for_paper(input.job, job.paper_printer, input.instead_of))
    return (*held, PromptOpened(prompt=prompts.other_paper(input.job, others)))


def _for_paper(job_id: JobId, printer: str, instead_of: str) -> PrinterChosen:
    return PrinterChosen(job=job_id, printer=printer, instead_of=instead_of, for_paper=True)


def heard(job: Job, changed: DeviceChanged, rules: Rules) -> tuple[Event, ...]:
    """A printer that got ready meanwhile is offered too."""
    if changed.kind is not DeviceKind.PRINTER or not waits_for_printer(job):
        return ()
    return _question(job, rules)


def asked_again(job: Job, rules: Rules) -> tuple[Event, ...]:
    """Who said that it can wait may think better of it."""
    return _question(job, rules, again=True) if waits_for_printer(job) else ()


def _question(job: Job, rules: Rules, *, again: bool = False) -> tuple[PromptOpened, ...]:
    label = job.label
    if label is None or label.state is not LabelState.REQUESTED or job.stop is not None or job.hold_asked is not None:
        return ()
    prompt = prompts.other_printer(label.job, spares(label, rules))
    can_wait = (prompt.id, prompts.WAIT) in job.answers and not again
    if not spares(label, rules) or prompt in job.prompts or can_wait:
        return ()
    return (PromptOpened(prompt=prompt),)


def printer_answered(job: Job, answer: Answered, rules: Rules) -> tuple[Event, ...]:
    """The packer's choice. One that is not ready any more is not taken; what is ready now is asked anew."""
    label = job.label
    recorded = PromptAnswered(prompt=answer.prompt, value=answer.value, device=answer.device)
    if answer.value in (prompts.WAIT, prompts.NONE):
        return (recorded,)
    if label is None:
        return (recorded, *_paper_answered(job, answer, rules))
    if answer.value not in spares(label, rules):
        return (recorded, *_question(job, rules), LabelHeld(reason=Reason.PRINTER_NOT_READY, detail=label.waits))
    usual = job.stand_in.instead_of if job.stand_in is not None else label.printer
    for_paper = job.stand_in is not None and job.stand_in.for_paper
    return (recorded, PrinterChosen(job=label.job, printer=answer.value, instead_of=usual, for_paper=for_paper))


def _paper_answered(job: Job, answer: Answered, rules: Rules) -> tuple[Event, ...]:
    """Nothing was drawn for the usual printer, so nothing is taken back; RETRY asks anew for one that is not ready."""
    if answer.value not in rules.printers:
        return (LabelHeld(reason=Reason.PRINTER_NOT_READY, detail="offline"),)
    usual = job.stand_in.instead_of if job.stand_in is not None else ""
    return (_for_paper(JobId(answer.prompt.removeprefix(prompts.PRINTER)), answer.value, usual),)


def hold_asked(job: Job, ask: HoldAsked) -> tuple[Event, ...]:
    """HOLD closes the question about the printer: the label is wanted nowhere."""
    assert job.label is not None
    question = f"{prompts.PRINTER}{job.label.job}"
    is_open = any(prompt.id == question for prompt in job.prompts)
    closed = (PromptAnswered(prompt=question, value=prompts.WAIT, device="hold"),) if is_open else ()
    return (*closed, ask)


def recalled(job: Job, answer: LabelRecalled) -> tuple[Event, ...]:
    """Taken back whole it is void, and asked for anew where it is still wanted; else nobody knows where it is."""
    label = current(job, answer.job)
    if label is None or label.state is not LabelState.REQUESTED:
        return (NothingToDo(what="late_recall", device="printer"),)
    if not answer.whole:
        return (LabelUnknown(job=label.job, cause="recalled_too_late", prompt=out_of_printer(job)),)
    if job.hold_asked is None or job.stop is not None:
        return (LabelVoided(job=label.job, waybill=label.waybill, why="other_printer", unsent=True),)
    why = job.hold_asked.why
    voided = LabelVoided(job=label.job, waybill=label.waybill, why=why, unsent=True)
    return (voided, parked(job, why, job.hold_asked.owner))
