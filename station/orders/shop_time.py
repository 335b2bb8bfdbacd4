"""A time as the office types it, in the shop's own time of day; a time as programs read it, in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from station.errors import UsageTrouble


def shop_time_us(text: str, option: str, utc_offset_minutes: int) -> int:
    """A day alone means its end.

    Raises:
        UsageTrouble: it is no time of this century, or has a zone of its own.
    """
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None or not 2000 <= moment.year < 2100:
            raise ValueError(text)
    except ValueError:
        remedy = "Write it as 2026-11-25 or 2026-11-25T18:00."
        raise UsageTrouble(f"{option} {text[:40]!r} is no time", remedy=remedy) from None
    if len(text) <= len("2026-11-25"):
        moment += timedelta(days=1)
    utc = moment.replace(tzinfo=UTC) - timedelta(minutes=utc_offset_minutes)
    return int(utc.timestamp()) * 1_000_000


def utc_text(time_us: int | None) -> str | None:
    """ISO 8601, to the second; of no time, none."""
    return None if time_us is None else datetime.fromtimestamp(time_us // 1_000_000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def local_text(time_us: int, utc_offset_minutes: int) -> str:
    """In the shop's own time of day, to the minute."""
    moment = datetime.fromtimestamp(time_us // 1_000_000, UTC) + timedelta(minutes=utc_offset_minutes)
    return f"{moment:%Y-%m-%d %H:%M}"
