"""The rules for papers that go with a parcel: when they are asked for and what became of each. They hold up no label.

A paper is asked for once a parcel, when the label's bytes have left or it is on paper: by then the contents are final.
Whatever becomes of it, the parcel is sealed without it; the command PAPERS prints all of them again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from station.packing.effects import DrawPaper
from station.packing.events import Event, LabelConfirmed, LabelPrinted, LabelSent, NothingToDo
from station.packing.inputs import Instant, PaperDrawn, PaperRefused, Pressed, PrinterReport, PrintState
from station.packing.job import ON_PAPER, Job, LabelState
from station.packing.model import JobId, Order
from station.packing.paper_events import (
    OfPapers,
    Paper,
    PaperAsk,
    PaperFailed,
    PaperReported,
    PaperRequested,
    PapersAsked,
    PaperState,
)
from station.packing.paper_rules import Wanted, wanted
from station.packing.rules import Rules

PAPERS_MAX = 60
"""Of one parcel, one of an item for each unit among them: more is a batch for the office."""

_BEFORE_PAPER = frozenset({PaperState.ASKED, PaperState.REQUESTED})


def due(job: Job, events: Sequence[Event], now: Instant, rules: Rules) -> tuple[Event, ...]:
    """The parcel's papers, with the first word that its label is out; ``job`` is the state after ``events``."""
    if not rules.papers or job.papers_asked or job.order is None:
        return ()
    if not any(isinstance(event, LabelSent | LabelPrinted | LabelConfirmed) for event in events):
        return ()
    return _asked(job, now, rules, again=False)


def asked_again(job: Job, press: Pressed, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """All papers of the parcel once more, as long as it is on the screen; a label is never printed by it."""
    out = job.label is not None and job.label.state in (*ON_PAPER, LabelState.CONFIRMED)
    found = _asked(job, now, rules, again=True) if out and job.order is not None else ()
    return found or (NothingToDo(what="no_papers", device=press.device),)


def _asked(job: Job, now: Instant, rules: Rules, *, again: bool) -> tuple[Event, ...]:
    assert job.order is not None
    found = list(wanted(rules.papers, job.order, job.packed))[:PAPERS_MAX]
    asks = tuple(_ask(job, one, JobId(f"P{now.wall_us:x}-{number}")) for number, one in enumerate(found, start=1))
    return (PapersAsked(order=job.order.number, papers=asks, again=again),) if asks else ()


def _ask(job: Job, one: Wanted, job_id: JobId) -> PaperAsk:
    printer = one.rule.printer or (job.label.printer if job.label is not None else "")
    return PaperAsk(
        job=job_id,
        name=one.rule.name,
        template=one.rule.template,
        printer=printer,
        line=one.line,
        times=min(one.times, PAPERS_MAX),
    )


def to_draw(job: Job, event: PapersAsked) -> tuple[DrawPaper, ...]:
    assert job.order is not None
    assert job.label is not None
    return tuple(
        DrawPaper(
            ask=ask,
            order=_in_box(job.order, job.packed),
            waybill=job.label.waybill,
            weight_mg=job.weight_mg,
            units=sum(job.packed),
        )
        for ask in event.papers
    )


def _in_box(order: Order, packed: Sequence[int]) -> Order:
    """What the papers list is what was packed: less than was ordered after a short pack."""
    lines = zip(order.lines, packed, strict=True)
    return replace(order, lines=tuple(replace(line, quantity=units) for line, units in lines))


def drawn(job: Job, input: PaperDrawn) -> tuple[Event, ...]:
    paper = _of(job, input.job, {PaperState.ASKED})
    if paper is None:
        return (NothingToDo(what="paper_not_wanted", device=input.printer),)
    return (PaperRequested(order=paper.order, job=input.job, printer=input.printer, media=input.media),)


def refused(job: Job, input: PaperRefused) -> tuple[Event, ...]:
    paper = _of(job, input.job, _BEFORE_PAPER)
    if paper is None:
        return (NothingToDo(what="paper_not_wanted", device="papers"),)
    return (PaperFailed(order=paper.order, job=input.job, zh=input.zh, en=input.en),)


def is_paper(job: Job, job_id: JobId) -> bool:
    return any(paper.job == job_id for paper in job.papers)


def reported(job: Job, report: PrinterReport) -> tuple[Event, ...]:
    """A printer's word on a paper. Nobody is asked about one: who misses it prints it again."""
    states = _BEFORE_PAPER if report.state is PrintState.NOT_READY else _BEFORE_PAPER | {PaperState.SENT}
    paper = _of(job, report.job, states)
    if paper is None:
        return (NothingToDo(what="late_report", device="printer"),)
    return (PaperReported(order=paper.order, job=report.job, state=report.state, cause=report.cause),)


def _of(job: Job, job_id: JobId, states: frozenset[PaperState] | set[PaperState]) -> Paper | None:
    return next((paper for paper in job.papers if paper.job == job_id and paper.state in states), None)


def evolve_papers(job: Job, event: OfPapers) -> Job:
    """What the fact means for the papers; those asked for again take the place of the others."""
    match event:
        case PapersAsked():
            others = tuple(paper for paper in job.papers if paper.order != event.order)
            fresh = tuple(Paper(job=one.job, name=one.name, printer=one.printer, order=event.order)
                          for one in event.papers)  # fmt: skip
            return replace(job, papers=(*others, *fresh), papers_asked=True)
        case PaperRequested():
            return _with(job, event.job, state=PaperState.REQUESTED, printer=event.printer)
        case PaperReported():
            return _with(job, event.job, state=_state(event.state), cause=event.cause)
        case PaperFailed():
            return _with(job, event.job, state=PaperState.FAILED, cause=event.en, cause_zh=event.zh)
        case _:
            assert_never(event)


def _with(job: Job, job_id: JobId, **said: object) -> Job:
    papers = tuple(replace(paper, **said) if paper.job == job_id else paper for paper in job.papers)  # type: ignore[arg-type]
    return replace(job, papers=papers)


def _state(state: PrintState) -> PaperState:
    match state:
        case PrintState.NOT_READY:
            return PaperState.REQUESTED
        case PrintState.SENT:
            return PaperState.SENT
        case PrintState.PRINTED:
            return PaperState.PRINTED
        case PrintState.UNKNOWN:
            return PaperState.UNKNOWN
        case _:
            assert_never(state)


def under_way(papers: Sequence[Paper]) -> tuple[Paper, ...]:
    """Those of which the last word is still to come: an order after them keeps them in mind."""
    return tuple(paper for paper in papers if paper.state in _BEFORE_PAPER | {PaperState.SENT})


def after_restart(papers: Sequence[Paper]) -> tuple[Paper, ...]:
    """Nobody knows what became of those that were under way."""
    moving = under_way(papers)
    return tuple(replace(paper, state=PaperState.UNKNOWN, cause="restart") if paper in moving else paper
                 for paper in papers)  # fmt: skip
