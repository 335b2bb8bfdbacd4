"""The whole log computed again: every byte of every entry, chain, tree, checkpoints, disclosures and files.

A fault is one sentence; nothing is repaired here.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from station.errors import LedgerBroken
from station.evidence import merkle
from station.evidence.anchor_reading import NEVER_ANCHORED, Exposure, exposure
from station.evidence.anchors import ANCHOR, received
from station.evidence.canonical import b64, parse
from station.evidence.checkpoint import VerifierKey, open_note, parse_checkpoint
from station.evidence.commitment import committed_bytes, medium_commitment
from station.evidence.entry import NO_PREV, Entry
from station.evidence.erasing import Excuse, Scope, excuses, scope_of
from station.evidence.keys import signature_ok
from station.evidence.ledger_reading import LedgerReader, OrderSalt
from station.evidence.media import intact
from station.evidence.verify import HEADER_KEYS

FAULTS_MAX = 1000
"""Faults told before the audit stops: a log with more is no log."""

_RECENT = 4096
"""Sizes of the tree that are kept at hand, for the roots printed on labels; older ones are computed."""

_KEYS = frozenset(HEADER_KEYS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    log: str
    entries: int
    root: str  # base64
    faults: tuple[str, ...]
    exposure: Exposure = NEVER_ANCHORED

    @property
    def ok(self) -> bool:
        return not self.faults


def audit(reader: LedgerReader, bench: VerifierKey, media: Path, *, excused: frozenset[Excuse] = frozenset()) -> Audit:
    """Reads everything once, in order; hashes every file that an entry names.

    ``excused`` is what later logs say was erased in this one.
    """
    walk = _Walk(reader, bench, media, excused)
    try:
        walk.excused |= excuses(reader)
        faults = tuple(islice(walk.faults(), FAULTS_MAX))
        covered = NEVER_ANCHORED if faults else exposure(reader)
    except LedgerBroken as broken:
        faults, covered = (broken.sentence(),), NEVER_ANCHORED
    return Audit(log=walk.log, entries=walk.tree.size, root=b64(walk.tree.root()), faults=faults, exposure=covered)


class _Walk:
    """The log's end as computed from the entries seen so far."""

    def __init__(self, reader: LedgerReader, bench: VerifierKey, media: Path, excused: frozenset[Excuse]) -> None:
        self.excused = excused
        self._reader = reader
        self._bench = bench
        self._media = media
        self.log = ""
        self.tree = merkle.Frontier()
        self._prev = NO_PREV
        self._order: OrderSalt | None = None
        self._recent: deque[merkle.Frontier] = deque([self.tree], maxlen=_RECENT)

    def faults(self) -> Iterator[str]:
        self.log = self._reader.log
        for row in self._reader.integrity():
            yield f"the database says: {row}"
        signed = {stored.size: stored.note for stored in self._reader.checkpoints()}
        for entry in self._reader.entries():
            yield from (f"entry {entry.seq}: {fault}" for fault in self._entry(entry))
            if (note := signed.pop(self.tree.size, None)) is not None:
                yield from self._checkpoint(note)
        yield from (f"a checkpoint of size {size} covers entries that are not here" for size in signed)
        yield from self._marks()
        nodes = sum(self.tree.size >> level for level in range(merkle.TILE_HEIGHT, 64, merkle.TILE_HEIGHT))
        if self._reader.node_count() != nodes:
            yield "the stored tree has hashes too many or too few"

    def _entry(self, entry: Entry) -> Iterator[str]:
        leaf = merkle.leaf_hash(entry.header)
        if entry.seq != self.tree.size:
            yield f"entries {self.tree.size} to {entry.seq - 1} are missing"
        if leaf != entry.leaf:
            yield "its bytes are not what was hashed"
        yield from self._header(entry)
        before, (self.tree, kept) = self.tree, self.tree.append(leaf)
        self._recent.append(self.tree)
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
        wanted = {"v": 1, "log": self.log, "seq": entry.seq, "prev": self._prev, "kind": entry.kind}
        yield from (f"{key} is not what it must be" for key, value in wanted.items() if fields[key] != value)
        yield from self._tag(entry, fields)
        yield from _disclosures(entry, fields, erased=self._erased(entry, fields, Scope.PERSONAL))
        yield from self._files(entry, fields)
        if entry.kind == "LabelRequested":
            yield from self._printed(fields)
        if entry.kind == ANCHOR:
            yield from self._anchor(entry)
        if entry.kind == "ParcelSealed" and entry.order_no is not None:
            yield from self._seal(entry, entry.order_no, fields)

    def _erased(self, entry: Entry, fields: Mapping[str, Any], scope: Scope) -> bool:
        """Whether an entry says that this was erased here."""
        return not self.excused.isdisjoint(((self.log, fields["tag"], scope), (self.log, f"entry {entry.seq}", scope)))

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

    def _files(self, entry: Entry, fields: Mapping[str, Any]) -> Iterator[str]:
        there = {medium.index for medium in entry.media}
        for index, listed in enumerate(fields["media"]):
            if index not in there and not self._erased(entry, fields, scope_of(str(listed.get("role")))):
                yield f"file {index} is not listed any more"
        if there - set(range(len(fields["media"]))):
            yield "it has files that were never recorded"
            return
        for medium in entry.media:
            listed = fields["media"][medium.index]
            lengths = (len(medium.salt), len(medium.sha256))
            if lengths != (32, 32) or b64(medium_commitment(medium.salt, medium.sha256)) != listed["com"]:
                yield f"file {medium.index} is not the one that was recorded"
            name_ok = re.fullmatch(r"[0-9a-f]{64}|[0-9a-f]{32}\.sealed", medium.path)
            if not name_ok or not intact(self._media / medium.path, medium.sha256.hex(), medium.key):
                yield f"file {medium.index} is missing or changed on disk"

    def _printed(self, fields: Mapping[str, Any]) -> Iterator[str]:
        printed = fields["pub"].get("root_printed")
        size = printed.get("size") if isinstance(printed, dict) else None
        if not isinstance(size, int) or not 0 <= size <= self.tree.size:
            yield "the root printed on the label is of no size the log had"
        elif printed.get("root") != self._root(size):
            yield "the root printed on the label is not the log's"

    def _root(self, size: int) -> str | None:
        if size > self.tree.size:
            return None  # entries before are missing, so the log at hand never had that size
        oldest = self._recent[0].size
        if size >= oldest:
            return b64(self._recent[size - oldest].root())
        try:
            return b64(merkle.root_of(self._reader.nodes, size))
        except ValueError:
            return None

    def _seal(self, entry: Entry, order_no: str, fields: Mapping[str, Any]) -> Iterator[str]:
        order = self._reader.order_salt(order_no)
        leaves = [] if order is None else self._reader.leaves_of_order(order.id)
        listed = fields["pub"].get("entries")
        mine = [item for item in listed if item[:1] == [self.log]] if isinstance(listed, list) else None
        if mine != [[self.log, seq, leaf.hex()] for seq, leaf in leaves if seq < entry.seq]:
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
        size = self.tree.size
        try:
            signed = parse_checkpoint(open_note(note, self._bench, signature_ok))
        except ValueError as error:
            yield f"checkpoint {size}: {error}"
            return
        if (signed.log, signed.size, signed.root) != (self.log, size, self.tree.root()):
            yield f"checkpoint {size}: the entries do not give the root that was signed"

    def _marks(self) -> Iterator[str]:
        for kind, seq in self._reader.marks().items():
            if not self._reader.has(seq, kind):
                yield f"the newest {kind} is marked at the wrong entry"


def _well_formed(fields: Mapping[str, Any]) -> bool:
    if set(fields) != _KEYS or not all(isinstance(fields[name], dict) for name in ("pub", "com")):
        return False
    media = fields["media"]
    return isinstance(media, list) and all(isinstance(medium, dict) and "com" in medium for medium in media)


def _disclosures(entry: Entry, fields: Mapping[str, Any], *, erased: bool) -> Iterator[str]:
    stored = {secret.field: secret for secret in entry.secrets}
    if not erased:
        yield from (f"the value of {field} is gone" for field in fields["com"] if field not in stored)
    for field, secret in stored.items():
        if len(secret.salt) != 32 or b64(committed_bytes(field, secret.salt, secret.value)) != fields["com"].get(field):
            yield f"the value of {field} is not what was recorded"
