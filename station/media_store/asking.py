"""What the rules of ``[retention]`` ask before a photo or a video goes: does a second, verified copy of it exist?

Only where a second place is set. A wish to erase (``evidence erase``) asks nothing, and personal values do not wait.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from station.evidence.erasing import Scope, scope_of
from station.evidence.ledger_reading import LedgerReader
from station.home import Home
from station.media_store.copies import Copies, if_there
from station.media_store.copying import CHANGED_HERE, local_names
from station.media_store.opening import address
from station.media_store_settings import MediaStoreSettings

_ASK = frozenset({Scope.VIDEO, Scope.PHOTOS})


@dataclass(frozen=True, slots=True)
class Uncopied:
    """Names of files that lie here and nowhere else; none where no second place is set."""

    names: frozenset[str]

    def may_go(self, reader: LedgerReader, seqs: Iterable[int], scopes: Collection[Scope]) -> frozenset[Scope]:
        """Of these scopes, those of which nothing lies here alone in these entries; the number goes with the last."""
        waits = _ASK & frozenset(scopes)
        waits = waits & frozenset(self._scopes_of(reader, seqs)) if self.names and waits else frozenset()
        return frozenset(scopes) - waits - ({Scope.NUMBER} if waits else frozenset())

    def _scopes_of(self, reader: LedgerReader, seqs: Iterable[int]) -> Iterator[Scope]:
        for entry in map(reader.entry, seqs):
            listed = entry.parsed()["media"] if entry.media else []
            yield from (scope_of(listed[each.index]["role"]) for each in entry.media if each.path in self.names)


def uncopied(home: Home, settings: MediaStoreSettings) -> Uncopied:
    """A file that is no longer what was recorded is nothing that could be copied: it keeps nobody waiting."""
    if not settings.place:
        return Uncopied(frozenset())
    here = local_names(home)
    with if_there(home) as copies:
        return Uncopied(here - _settled(copies, address(settings)))


def _settled(copies: Copies | None, where: str) -> frozenset[str]:
    if copies is None:
        return frozenset()
    changed = frozenset(one.name for one in copies.failures() if one.why == CHANGED_HERE)
    return copies.names(copies.mark_of(where)) | changed
