"""What is said of papers that go with a parcel and are not out: a word beside the parcel's own. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.packing.job import Job
from station.packing.paper_events import Paper, PaperState
from station.ui.label_words import fault
from station.ui.screen import PaperView, Words
from station.ui.texts import DETAILS

SENTENCES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "waits": (
            "“{name}”没打出来：“{printer}”{cause}。好了会自己打，不用等",
            "'{name}' waits for '{printer}': {cause}. It prints by itself; go on",
        ),
        "unknown": (
            "“{name}”可能没打出来：看“{printer}”，没有就扫“补打纸张”",
            "'{name}' may not be out: look at '{printer}', else scan PAPERS",
        ),
        "failed": (
            "“{name}”打不了：{cause}。改好后扫“补打纸张”",
            "'{name}' cannot be printed: {cause}. Put it right, then scan PAPERS",
        ),
        "of": ("{order}：{said}", "{order}: {said}"),
    }
)


def views(job: Job) -> tuple[PaperView, ...]:
    """The papers of the parcel on the screen."""
    number = job.order.number if job.order is not None else None
    return tuple(
        PaperView(name=paper.name, printer=paper.printer, state=paper.state.value)
        for paper in job.papers
        if paper.order == number
    )


def trouble(job: Job) -> Words | None:
    """What is wrong with the first paper of which something is; of another parcel's with its order."""
    for paper in job.papers:
        said = _said(paper)
        if said is None:
            continue
        if job.order is not None and paper.order == job.order.number:
            return said
        zh, en = SENTENCES["of"]
        return Words(zh=zh, en=en).filled(order=paper.order, said=said)
    return None


def _said(paper: Paper) -> Words | None:
    match paper.state:
        case PaperState.REQUESTED if paper.cause:
            kind = "waits"
        case PaperState.UNKNOWN:
            kind = "unknown"
        case PaperState.FAILED:
            kind = "failed"
        case _:
            return None
    zh, en = SENTENCES[kind]
    return Words(zh=zh, en=en).filled(name=paper.name, printer=paper.printer, cause=_cause(paper))


def _cause(paper: Paper) -> Words:
    """A device's word, or what stood against it; the sentence round it has its own end."""
    if paper.cause in DETAILS:
        zh, en = DETAILS[paper.cause]
        return Words(zh=zh, en=en)
    return fault((paper.cause_zh or paper.cause).rstrip("。."), paper.cause.rstrip("."))  # read, not said
