"""Counts and times of each device in one run."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from station.devices.tally import FILE, Tallies, Tally, in_words, kept
from station.packing.inputs import (
    DeviceKind,
    Instant,
    LinkReport,
    PrinterReport,
    PrintState,
    Reading,
    ScaleFault,
)
from station.packing.model import JobId


class Speaker(QObject):
    said = Signal(object)


class SetClock:
    boot = "test"

    def __init__(self) -> None:
        self.us = 0

    def now(self) -> Instant:
        return Instant(wall_us=0, mono_us=self.us)


def test_a_scale() -> None:
    """Stable weights are good, faults are refused by their word, and motion is neither."""
    tally = Tally()
    for reading in (
        Reading(weight_mg=1, stable=True, device="s"),
        Reading(weight_mg=2, stable=False, device="s"),
        Reading(weight_mg=None, stable=False, device="s", fault=ScaleFault.OVERLOAD),
    ):
        tally.count(reading)
    assert tally.document() | {"mean_us": None} == {
        "good": 1, "refused": {"overload": 1}, "lost": {}, "mean_us": None, "slowest_us": None,
    }  # fmt: skip


def test_a_printer() -> None:
    """From sent to on paper is a label's time; one that nobody knows of has none and counts by its cause."""
    speaker, clock = Speaker(), SetClock()
    tallies = Tallies(clock)
    tallies.listen("printer", speaker.said)

    def says(job: str, state: PrintState, cause: str = "") -> None:
        speaker.said.emit(PrinterReport(job=JobId(job), state=state, cause=cause))

    says("a", PrintState.SENT)
    clock.us = 800_000
    says("a", PrintState.PRINTED)
    says("b", PrintState.SENT)
    clock.us = 9_000_000
    says("b", PrintState.UNKNOWN, "silent")
    says("c", PrintState.NOT_READY, "paper_out")
    assert tallies.by_name["printer"].document() == {
        "good": 1, "refused": {"silent": 1, "paper_out": 1}, "lost": {}, "mean_us": 800_000, "slowest_us": 800_000,
    }  # fmt: skip


def test_cameras() -> None:
    """The cameras' desk speaks for all: each loss is its own camera's."""
    tallies = Tallies(SetClock())
    tallies.hear(LinkReport(device="left", kind=DeviceKind.CAMERA, up=False, word="frozen"))
    tallies.hear("no report")
    assert {name: dict(tally.losses) for name, tally in tallies.by_name.items()} == {"left": {"frozen": 1}}


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"good": 3, "refused": {}, "lost": {}, "mean_us": None, "slowest_us": None}, "3 good"),
        (
            {"good": 3, "refused": {"incomplete": 2}, "lost": {"lost": 1}, "mean_us": 1_500, "slowest_us": 9_000},
            "3 good; refused incomplete 2; lost lost 1; mean 1.5 ms, slowest 9.0 ms",
        ),
        (None, ""),
        ([], ""),
    ],
)
def test_in_words(counts: object, words: str) -> None:
    """A line for people; a file of counts that does not read says nothing."""
    assert in_words(counts) == words


@pytest.mark.parametrize("content", ["", "{", "[]", "[" * 9_000, "\x00"])
def test_counts_that_do_not_read(content: str, tmp_path: Path) -> None:
    """There are none, and nothing else comes of it."""
    (tmp_path / FILE).write_text(content, "utf-8")
    assert kept(tmp_path) == {}
