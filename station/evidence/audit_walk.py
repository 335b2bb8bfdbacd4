"""A run of a log's entries computed again: every byte of every entry, chain, tree, checkpoints, disclosures and files.

It begins where the entries before it are said to end; whoever calls it sees to it that they do.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from station.evidence import merkle
from station.evidence.anchors import ANCHOR, received
from station.evidence.canonical import b64, parse
from station.evidence.checkpoint import VerifierKey, open_note, parse_checkpoint
from station.evidence.entry import NO_PREV, Entry, false_files, false_values
from station.evidence.erasing import Excuse, Scope, scope_of
from station.evidence.keys import signature_ok
from station.evidence.ledger_reading import LedgerReader, OrderSalt
from station.evidence.media import intact
from station.evidence.verify import HEADER_KEYS

_RECENT = 4096
"""Sizes of the tree that are kept at hand, for the roots printed on labels; older ones are computed."""

_STEP = 4096
"""Entries whose checkpoints are read at once."""

_KEYS = frozenset(HEADER_KEYS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Between two entries: all that the next one depends on."""

    tree: merkle.Frontier = field(default_factory=merkle.Frontier)
    prev: str = NO_PREV


def stored_place(reader: LedgerReader, size: int) -> Place:
    """As the stored hashes have it, without a look at any entry. ``ValueError`` when some of them are missing."""
    if size == 0:
        return Place()
    return Place(tree=merkle.frontier(reader.nodes, size), prev=reader.entry(size - 1).leaf.hex())


class Walk:
    """``place`` is the log's end as computed from the entries seen so far."""

    def __init__(
        self,
        reader: LedgerReader,
        bench: VerifierKey,
        media: Path,
        excused: frozenset[Excuse],
        begin: Place,
        elsewhere: frozenset[str] = frozenset(),
    ) -> None:
        self._elsewhere = elsewhere
        self._excused = excused
        self._reader = reader
        self._bench = bench
        self._media = media
        self._log = reader.log
        self._tree, self._prev = begin.tree, begin.prev
        self._order: OrderSalt | None = None
        self._recent: deque[merkle.Frontier] = deque([self._tree], maxlen=_RECENT)

    @property
    def place(self) -> Place:
        return Place(tree=self._tree, prev=self._prev)

    def faults(self, end: int) -> Iterator[str]:
        """Of the entries before ``end``."""
        for first in range(self._tree.size, end, _STEP):
            yield from self._step(first, min(first + _STEP, end))

    def _step(self, first: int, end: int) -> Iterator[str]:
        signed = {stored.size: stored.note for stored in self._reader.checkpoints(first + 1, end)}
        before = self._tree.size
        for entry in self._reader.entries(first, end - 1):
            yield from (f"entry {entry.seq}: {fault}" for fault in self._entry(entry))
            if (note := signed.pop(self._tree.size, None)) is not None:
                yield from self._checkpoint(note)
        if self._tree.size == before:
            yield f"entries {first} to {end - 1} are missing"
        yield from (f"a checkpoint of size {size} covers entries that are not here" for size in signed)

    def _entry(self, entry: Entry) -> Iterator[str]:
        leaf = merkle.leaf_hash(entry.header)
        if entry.seq != self._tree.size:
            yield f"entries {self._tree.size} to {entry.seq - 1} are missing"
        if leaf != entry.leaf:
            yield "its bytes are not what was hashed"
        yield from self._header(entry)
        before, (self._tree, kept) = self._tree, self._tree.append(leaf)
        self._recent.append(self._tree)
        self._prev = leaf.hex()
        for node in kept:
            if self._reader.nodes(node.level, node.index, 1) != [node.hash]:
                yield f"the stored tree differs above entries {before.size + 1 - (1 << node.level)} to {before.size}"

    def _header(self, entry: Entry) -> Iterator[str]:
        try:
            fields = parse(entry.header)
        except ValueError as error:
            yield str(error)
            return
        if not isinstance(fields, dict) or not _well_formed(fields):
            yield "it does not have the form of an entry"
            return
        for key, value in (
            ("v", 1),
            ("log", self._log),
            ("seq", entry.seq),
            ("prev", self._prev),
            ("kind", entry.kind),
        ):
            if fields[key] != value:
                yield f"{key} is not what it must be"
        yield from self._tag(entry, fields)
        if entry.secrets or fields["com"]:
            yield from self._disclosures(entry, fields)
        if entry.media or fields["media"]:
            yield from self._files(entry, fields)
        if entry.kind == "LabelRequested":
            yield from self._printed(fields)
        if entry.kind == ANCHOR:
            yield from self._anchor(entry)
        if entry.kind == "ParcelSealed" and entry.order_no is not None:
            yield from self._seal(entry, entry.order_no, fields)

    def _erased(self, entry: Entry, fields: Mapping[str, Any], scope: Scope) -> bool:
        """Whether an entry says that this was erased here."""
        return not self._excused.isdisjoint(
            ((self._log, fields["tag"], scope), (self._log, f"entry {entry.seq}", scope))
        )

    def _tag(self, entry: Entry, fields: Mapping[str, Any]) -> Iterator[str]:
        if entry.order_no is None and fields["tag"] and self._erased(entry, fields, Scope.NUMBER):
            return
        order = None if entry.order_no is None else self._order_salt(entry.order_no)
        if fields["tag"] != ("" if order is None else order.tag):
            yield "it is stored with another order"

    def _order_salt(self, order_no: str) -> OrderSalt | None:
        """Entries of one order mostly stand together: the last one's is kept."""
        if self._order is None or self._order.order_no != order_no:
            self._order = self._reader.order_salt(order_no)
        return self._order

    def _disclosures(self, entry: Entry, fields: Mapping[str, Any]) -> Iterator[str]:
        committed, stored = fields["com"], {secret.field for secret in entry.secrets}
        gone = [field for field in committed if field not in stored]
        if gone and not self._erased(entry, fields, Scope.PERSONAL):
            yield from (f"the value of {field} is gone" for field in gone)
        yield from (f"the value of {field} is not what was recorded" for field in false_values(entry, committed))

    def _files(self, entry: Entry, fields: Mapping[str, Any]) -> Iterator[str]:
        there = {medium.index for medium in entry.media}
        for index, listed in enumerate(fields["media"]):
            if index not in there and not self._erased(entry, fields, scope_of(str(listed.get("role")))):
                yield f"file {index} is not listed any more"
        if there - set(range(len(fields["media"]))):
            yield "it has files that were never recorded"
            return
        false = false_files(entry, fields["media"])
        for medium in entry.media:
            if medium.index in false:
                yield f"file {medium.index} is not the one that was recorded"
            name_ok = re.fullmatch(r"[0-9a-f]{64}|[0-9a-f]{32}\.sealed", medium.path)
            file = self._media / medium.path
            if name_ok and medium.path in self._elsewhere and not file.exists():
                continue  # that one is read back where it lies
            if not name_ok or not intact(file, medium.sha256.hex(), medium.key):
                yield f"file {medium.index} is missing or changed on disk"

    def _printed(self, fields: Mapping[str, Any]) -> Iterator[str]:
        printed = fields["pub"].get("root_printed")
        size = printed.get("size") if isinstance(printed, dict) else None
        if not isinstance(size, int) or not 0 <= size <= self._tree.size:
            yield "the root printed on the label is of no size the log had"
        elif printed.get("root") != self._root(size):
            yield "the root printed on the label is not the log's"

    def _root(self, size: int) -> str | None:
        if size > self._tree.size:
            return None  # entries before are missing, so the log at hand never had that size
        oldest = self._recent[0].size
        if size >= oldest:
            return b64(self._recent[size - oldest].root())
        try:
            return b64(merkle.root_of(self._reader.nodes, size))
        except ValueError:
            return None

    def _seal(self, entry: Entry, order_no: str, fields: Mapping[str, Any]) -> Iterator[str]:
        order = self._order_salt(order_no)
        leaves = [] if order is None else self._reader.leaves_of_order(order.id)
        listed = fields["pub"].get("entries")
        mine = [item for item in listed if item[:1] == [self._log]] if isinstance(listed, list) else None
        if mine != [[self._log, seq, leaf.hex()] for seq, leaf in leaves if seq < entry.seq]:
            yield "the seal does not list the parcel's entries"

    def _anchor(self, entry: Entry) -> Iterator[str]:
        try:
            found = received(entry)
        except ValueError as error:
            yield f"its anchor is false: {error}"
            return
        if b64(found.anchor.checkpoint.root) != self._root(found.size):
            yield "it anchors another log: its root is not the one this log had at that size"

    def _checkpoint(self, note: str) -> Iterator[str]:
        size = self._tree.size
        try:
            signed = parse_checkpoint(open_note(note, self._bench, signature_ok))
        except ValueError as error:
            yield f"checkpoint {size}: {error}"
            return
        if (signed.log, signed.size, signed.root) != (self._log, size, self._tree.root()):
            yield f"checkpoint {size}: the entries do not give the root that was signed"


def _well_formed(fields: Mapping[str, Any]) -> bool:
    if fields.keys() != _KEYS:
        return False
    pub, com, media = fields["pub"], fields["com"], fields["media"]
    if not (isinstance(pub, dict) and isinstance(com, dict) and isinstance(media, list)):
        return False
    return all(isinstance(medium, dict) and "com" in medium for medium in media)
