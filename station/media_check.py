"""What ``doctor`` says of the second place of photos and video: in words, from what is on this disk alone."""

from __future__ import annotations

from dataclasses import dataclass

from station.errors import Trouble
from station.evidence.moments import utc
from station.home import Home
from station.media_store.standing import Standing, standing
from station.media_store_settings import MediaStoreSettings
from station.settings import load

BEHIND_US = 3_600_000_000
"""Longer than a restart of a store takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """``remedy`` is empty where nothing is to be done."""

    words: str
    remedy: str = ""
    broken: bool = False

    @property
    def state(self) -> str:
        """As ``doctor`` has it."""
        return "fault" if self.broken else "hint" if self.remedy else "ok"


def told_of(home: Home, now_us: int) -> Worry:
    try:
        return look(home, load(home).media_store, now_us)
    except Trouble as trouble:
        return Worry(words=trouble.sentence(), broken=True)


def look(home: Home, settings: MediaStoreSettings, now_us: int) -> Worry:
    found = standing(home, settings)
    if not settings.place:
        return _without(found)
    if found.last is None:
        return Worry(
            words=f"{settings.place} is set and no round was run",
            remedy="Run: sealbench evidence media --begin, then start the bench or add --copy to cron.",
        )
    words = f"{found.copied} copies read back, {found.waiting} files wait"
    if found.failures:
        names = ", ".join(one.name for one in found.failures[:3])
        return Worry(
            words=f"{words}; not copied: {names}: {found.failures[0].why}", remedy="Run: sealbench evidence audit."
        )
    if found.oldest_us is not None and now_us - found.oldest_us > BEHIND_US:
        why = f": {found.last.why}" if found.last.why else ""
        return Worry(words=f"{words}, the oldest since {utc(found.oldest_us)}{why}", remedy=_REMEDY)
    if found.owed:
        return Worry(words=f"{words}; {found.owed} erased files are still to be removed there", remedy=_REMEDY)
    return Worry(words=words)


_REMEDY = "Nothing leaves this disk meanwhile; bring the place back, and look at sealbench evidence media."


def _without(found: Standing) -> Worry:
    if found.owed:
        words = f"{found.owed} erased files are still to be removed at a place that is no longer set"
        return Worry(
            words=words, remedy="Set [media_store] place to it once more, and run sealbench evidence media --copy."
        )
    if found.away:
        return Worry(
            words=f"{found.away} files lie in a place that is no longer set", remedy="Set [media_store] place."
        )
    return Worry(words="none is set")
