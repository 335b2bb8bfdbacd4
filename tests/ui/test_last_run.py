"""A device's last run in the words of the screens."""

from __future__ import annotations

from station.ui.office.last_run import told

CAUSES = {"noise": ("收到乱码", "Noise")}


def test_a_run_is_told_in_both() -> None:
    """Counts with their causes by the words known of them, and how long it took."""
    counts = {"good": 7, "refused": {"noise": 2, "odd": 1}, "lost": {}, "mean_us": 1_500, "slowest_us": 90_000}
    words = told(counts, CAUSES)
    assert words is not None
    assert words.zh == "成功 7 次 · 没成功：收到乱码 2 次、odd 1 次 · 平均 1.5 ms，最慢 90.0 ms"
    assert words.en == "7 good · refused: Noise 2×, odd 1× · mean 1.5 ms, slowest 90.0 ms"


def test_what_does_not_read_is_nothing() -> None:
    """A file that somebody else wrote."""
    assert told(["good"], CAUSES) is None
