"""Which frames of a scale become readings."""

from __future__ import annotations

from station.devices.dialect import ScaleFrame
from station.devices.readings import News
from station.packing.inputs import ScaleFault


def _news(*frames: ScaleFrame) -> list[tuple[int | None, bool, ScaleFault | None]]:
    news = News("scale")
    said = [news.feed(frame) for frame in frames]
    return [(reading.weight_mg, reading.stable, reading.fault) for reading in said if reading is not None]


def _stable(weight_mg: int) -> ScaleFrame:
    return ScaleFrame(weight_mg=weight_mg, stable=True, unit="g", step_mg=100)


def _moving(weight_mg: int) -> ScaleFrame:
    return ScaleFrame(weight_mg=weight_mg, stable=False, unit="g", step_mg=100)


def _fault(fault: ScaleFault) -> ScaleFrame:
    return ScaleFrame(weight_mg=None, stable=False, fault=fault)


def test_a_parcel_put_on() -> None:
    """Putting a parcel on the pan says: moving once, then its weight once, however often the scale repeats."""
    frames = [_stable(0), _stable(0), _moving(300_000), _moving(900_000), _stable(1_284_000), _stable(1_284_000)]
    assert _news(*frames) == [(0, True, None), (300_000, False, None), (1_284_000, True, None)]


def test_less_than_a_step() -> None:
    """A change below the scale's own step is no news; one of a whole step is."""
    assert _news(_stable(0), _stable(99), _stable(100)) == [(0, True, None), (100, True, None)]


def test_slow_drift() -> None:
    """Drift in small parts is told as soon as it adds up to a step."""
    assert _news(_stable(0), _stable(60), _stable(120)) == [(0, True, None), (120, True, None)]


def test_back_to_the_same_weight() -> None:
    """After unrest the same weight is said again: whoever waits for a steady weight must hear it."""
    assert _news(_stable(500), _moving(900), _stable(500)) == [
        (500, True, None),
        (900, False, None),
        (500, True, None),
    ]


def test_a_bump_without_a_change() -> None:
    """Unrest that moves the weight by less than a step is not told."""
    assert _news(_stable(500), _moving(500), _stable(500)) == [(500, True, None)]


def test_not_executable() -> None:
    """An answer without a weight is told once as unrest."""
    nothing = ScaleFrame(weight_mg=None, stable=False)
    assert _news(_stable(500), nothing, nothing, _stable(500)) == [
        (500, True, None),
        (None, False, None),
        (500, True, None),
    ]


def test_faults() -> None:
    """Each fault is told once, its end too."""
    over, under = _fault(ScaleFault.OVERLOAD), _fault(ScaleFault.UNDERLOAD)
    assert _news(over, over, under, _stable(0)) == [
        (None, False, ScaleFault.OVERLOAD),
        (None, False, ScaleFault.UNDERLOAD),
        (0, True, None),
    ]


def test_forgotten() -> None:
    """After the scale was away its first word counts, the same weight included."""
    news = News("scale")
    assert news.feed(_stable(0)) is not None
    assert news.feed(_stable(0)) is None
    news.forget()
    assert news.feed(_stable(0)) is not None
