"""Moments and spans of time as messages and reports say them: UTC, whole seconds. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def utc(us: int) -> str:
    return f"{datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=us):%Y-%m-%d %H:%M:%S} UTC"


def span(seconds: int) -> str:
    """``31 s``, ``5 min``, ``7 h``, ``3 days``: one unit, never rounded up."""
    for size, word in ((86_400, "days"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * size or (seconds >= size and size < 86_400):
            return f"{seconds // size} {word}"
    return f"{max(seconds, 0)} s"
