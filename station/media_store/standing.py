"""How things stand with the second place, told from what is on this disk alone: nobody waits for a network."""

from __future__ import annotations

from dataclasses import dataclass

from station.home import Home
from station.media_store.copies import Copies, Failure, LastRound, if_there
from station.media_store.copying import local_files, local_names
from station.media_store.opening import address
from station.media_store_settings import MediaStoreSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """``waiting`` lie here and are read back nowhere else; ``away`` have left this disk."""

    here: int = 0
    copied: int = 0
    away: int = 0
    waiting: int = 0
    waiting_bytes: int = 0
    oldest_us: int | None = None  # since when the oldest of them waits
    owed: int = 0  # erased here, to be removed there
    owed_since_us: int | None = None
    owed_elsewhere: int = 0  # of these, at a place that is no longer set
    failures: tuple[Failure, ...] = ()
    last: LastRound | None = None


def standing(home: Home, settings: MediaStoreSettings) -> Standing:
    with if_there(home) as copies:
        mark = copies.mark_of(address(settings)) if copies is not None and settings.place else ""
        if copies is None:
            return _from(home, frozenset(), None, "")
        return _from(home, copies.names(mark), copies, mark)


def _from(home: Home, copied: frozenset[str], copies: Copies | None, mark: str) -> Standing:
    names = local_names(home)
    waits = list(local_files(home, names - copied))
    owed = copies.owed() if copies is not None else ()
    return Standing(
        here=len(names),
        copied=len(copied),
        away=len(copied - names),
        waiting=len(waits),
        waiting_bytes=sum(one.size for one in waits),
        oldest_us=min((one.kept_us for one in waits), default=None),
        owed=len(owed),
        owed_since_us=min((one.since_us for one in owed if one.since_us is not None), default=None),
        owed_elsewhere=sum(one.mark != mark for one in owed),
        failures=copies.failures() if copies is not None else (),
        last=copies.last_round() if copies is not None else None,
    )


def copied_elsewhere(home: Home) -> frozenset[str]:
    """Names of the files that were read back at the place last met, set now or not: they need not be here."""
    with if_there(home) as copies:
        return copies.names(copies.newest_mark()) if copies is not None else frozenset()
