"""Several label printers at one bench: only a person changes which one labels go to."""

from __future__ import annotations

from station.devices.pool import Pool
from station.packing.inputs import DeviceKind, LinkReport


def _said(device: str, word: str, *, up: bool = True, kind: DeviceKind = DeviceKind.PRINTER) -> LinkReport:
    return LinkReport(device=device, kind=kind, up=up, word=word)


def test_the_first_is_the_usual_one() -> None:
    """Labels go to the first printer of bench.toml until somebody says otherwise, whatever it says."""
    pool = Pool(["left", "right"])
    pool.hear(_said("left", "paper_out"))
    pool.hear(_said("right", "ready"))
    assert pool.chosen == "left"
    assert pool.word("left") == "paper_out"


def test_only_ready_ones_are_offered() -> None:
    """What has not said that it is ready is not offered: silence is no yes."""
    pool = Pool(["left", "right", "far"])
    offered = [pool.spares]
    pool.hear(_said("right", "ready"))
    pool.hear(_said("far", "silent", up=False))
    offered.append(pool.spares)
    pool.hear(_said("right", "head_open"))
    offered.append(pool.spares)
    assert offered == [(), ("right",), ()]


def test_the_packers_choice() -> None:
    """The chosen one stays chosen; a name that is not of this bench changes nothing."""
    pool = Pool(["left", "right"])
    assert not pool.choose("elsewhere")
    assert pool.choose("right")
    pool.hear(_said("left", "ready"))
    assert (pool.chosen, pool.spares) == ("right", ("left",))


def test_others_are_not_heard() -> None:
    """Scales, scanners and printers of no pool change nothing; a bench without printers has none chosen."""
    pool = Pool(["left"])
    pool.hear(_said("left", "ready", kind=DeviceKind.SCALE))
    pool.hear(_said("other", "ready"))
    pool.hear("something else")
    assert pool.word("left") == "unknown"
    assert Pool([]).chosen == ""
