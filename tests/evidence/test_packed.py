"""What a parcel's entries say, read for a report."""

from __future__ import annotations

from dataclasses import replace

from station.evidence import packed
from station.evidence.story import Told
from tests.evidence.told_parcel import NUMBER, delivered, story, without


def test_lines_and_scans() -> None:
    """Each line tells how many of it are in the box, each scan which of how many it was; a correction counts back."""
    told = story()
    assert [(line.sku, line.packed, line.ordered) for line in packed.ordered_lines(told)] == [
        ("CUP", 2, 2),
        ("TEA", 1, 1),
        ("RIBBON", 1, 1),
    ]
    counts = [(scan.sku, scan.count, scan.of) for scan in packed.scans(told)]
    assert counts == [("CUP", 1, 2), ("TEA", 1, 1), ("CUP", 2, 2), ("CUP", 1, 2), ("CUP", 2, 2), ("RIBBON", 1, 1)]


def test_an_order_opened_again_begins_at_nothing() -> None:
    """Units of an earlier opening are told, and counted only by the entries of the newest."""
    told = story().told
    again = tuple(replace(one, seq=one.seq + 100) for one in told[:2])
    lines = packed.ordered_lines(replace(story(), told=told[:3] + again))
    assert lines[0].packed == 1


def test_refusals_and_what_ended_them() -> None:
    """A stop ends with its clear, a wrong weight with the right one; what needed no act has no end."""
    ended = [(one.told.kind, one.ended.kind if one.ended else None) for one in packed.refusals(story())]
    assert ended == [("ScanRefused", "StopCleared"), ("ScanRefused", None), ("WeightRefused", "ParcelWeighed")]


def test_decisions() -> None:
    """What was confirmed by hand, printed again or said by a person is a decision; the printer's own word is none."""
    first = story().told[0]
    more = (
        replace(first, seq=90, kind="LabelAllowed", pub={"copy": 2}, shown={"why": "torn"}),
        replace(first, seq=91, kind="LabelPrinted", pub={"by": "packer"}),
        replace(first, seq=92, kind="ShortPackAllowed", pub={"by": "p9"}),
    )
    found = packed.decisions(replace(story(), told=story().told + more))
    assert [one.kind for one in found] == ["ItemPacked", "LabelAllowed", "LabelPrinted", "ShortPackAllowed"]


def test_weights_and_the_carriers_own() -> None:
    """The carrier's weight is this parcel's, by its waybill; another parcel's of the order is not taken."""
    weights = packed.weights(story())
    assert (weights.measured, weights.low, weights.carrier) == (1_052_500, 1_035_000, 1_060_000)
    other = replace(delivered(), waybill="YT0000000000000")
    assert packed.weights(replace(story(), delivered=(other,))).carrier is None
    assert packed.weights(replace(story(), delivered=None)).carrier is None
    assert packed.waybill(story()) == NUMBER


def test_entries_that_say_little() -> None:
    """Old and erased entries, without lines, weights or names, are read as silence."""
    bare = Told(seq=1, kind="OrderOpened", wall_us=0, by="-", pub={"lines": 7, "order": None}, shown={})
    packs = Told(seq=2, kind="ItemPacked", wall_us=0, by="-", pub={}, shown={})
    few = replace(without(set()), told=(bare, packs), delivered=None)
    assert packed.ordered_lines(few) == ()
    assert [(scan.sku, scan.of) for scan in packed.scans(few)] == [("", None)]
    assert packed.recipient(few) == {}
    assert packed.waybill(few) == ""
