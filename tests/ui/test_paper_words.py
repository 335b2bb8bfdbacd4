"""What is said of papers that are not out: beside the parcel's own word, never instead of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.model import JobId, OrderNo
from station.packing.paper_events import Paper, PaperState
from station.packing.paper_rules import PaperRule
from station.ui.present import present
from station.ui.screen import Screen, Stage, Verdict
from tests.packing.playbook import NUMBER, RULES, Playbook

WITH_PAPERS = replace(RULES, papers=(PaperRule(name="slip", template="x"),))
SLIP = Paper(job=JobId("P1"), name="slip", printer="office", order=NUMBER)


def _screen(paper: Paper) -> Screen:
    return present(replace(Playbook().printed().job, papers=(paper,)), (), WITH_PAPERS)


@pytest.mark.parametrize(
    ("paper", "zh", "en"),
    [
        (replace(SLIP, state=PaperState.REQUESTED, cause="paper_out"), "缺纸", "prints by itself"),
        (replace(SLIP, state=PaperState.UNKNOWN, cause="restart"), "补打纸张", "may not be out"),
        (
            replace(SLIP, state=PaperState.FAILED, cause="wrong paper.", cause_zh="纸不对"),
            "纸不对",
            "wrong paper. Put it",
        ),
        (replace(SLIP, order=OrderNo("SO-9"), state=PaperState.UNKNOWN), "SO-9：", "SO-9: 'slip'"),
    ],
)
def test_what_is_not_out(paper: Paper, zh: str, en: str) -> None:
    """The second line says which, why and the way out; stage, verdict and headline stay the label's."""
    screen = _screen(paper)
    assert (screen.stage, screen.verdict) == (Stage.LABELLING, Verdict.INFO)
    assert zh in screen.detail.zh
    assert en in screen.detail.en
    assert "slip" not in screen.headline.en


@pytest.mark.parametrize("state", [PaperState.ASKED, PaperState.REQUESTED, PaperState.SENT, PaperState.PRINTED])
def test_nothing_to_say(state: PaperState) -> None:
    """What is on its way, or out, needs no words."""
    plain = present(Playbook().printed().job, (), WITH_PAPERS)
    assert _screen(replace(SLIP, state=state)).detail == plain.detail


def test_papers_again_is_offered_where_there_are_some() -> None:
    """A bench without papers has no such button."""
    job = Playbook().printed().job
    assert "papers" in [command.command for command in present(job, (), WITH_PAPERS).commands]
    assert "papers" not in [command.command for command in present(job, (), RULES).commands]
