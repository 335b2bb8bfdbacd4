"""Several label printers at one bench: which of them say that they are ready."""

from __future__ import annotations

from station.devices.pool import Pool
from station.packing.inputs import DeviceKind, LinkReport


def _said(device: str, word: str, *, up: bool = True, kind: DeviceKind = DeviceKind.PRINTER) -> LinkReport:
    return LinkReport(device=device, kind=kind, up=up, word=word)


def test_only_ready_ones_are_named() -> None:
    """What has not said that it is ready is not named: silence is no yes."""
    pool = Pool(["left", "right", "far"])
    named = [pool.ready]
    pool.hear(_said("right", "ready"))
    pool.hear(_said("left", "ready"))
    pool.hear(_said("far", "silent", up=False))
    named.append(pool.ready)
    pool.hear(_said("right", "head_open"))
    named.append(pool.ready)
    assert named == [(), ("left", "right"), ("left",)]
    assert pool.word("right") == "head_open"


def test_others_are_not_heard() -> None:
    """Scales, scanners and printers of no pool change nothing."""
    pool = Pool(["left"])
    pool.hear(_said("left", "ready", kind=DeviceKind.SCALE))
    pool.hear(_said("other", "ready"))
    pool.hear(_said("left", "ready", up=False))
    pool.hear("something else")
    assert (pool.word("left"), pool.ready) == ("unknown", ())
