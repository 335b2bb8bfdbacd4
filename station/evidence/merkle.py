"""The tree over a log's entries (RFC 6962 section 2.1, RFC 9162 section 2.1). Pure: hashes in, hashes out.

Complete subtrees of ``TILE_HEIGHT`` levels are worth keeping: from them and the leaves any hash of the tree is a few
hundred steps away, however long the log is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

TILE_HEIGHT = 8

Nodes: TypeAlias = Callable[[int, int, int], Sequence[bytes]]
"""``nodes(level, first, count)``: hashes of complete subtrees of 2^level leaves; level is a multiple of that height."""

Span: TypeAlias = tuple[int, int]
"""Leaves from the first number up to, not including, the second."""


def leaf_hash(header: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + header).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Kept:
    """A complete subtree of 2^level leaves, the ``index``-th from the left."""

    level: int
    index: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Frontier:
    """All that appending needs: the hashes of the complete subtrees a tree of ``size`` leaves falls into."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()  # largest subtree first

    def append(self, leaf: bytes) -> tuple[Frontier, tuple[Kept, ...]]:
        """The tree with one leaf more, and the subtrees worth keeping that this leaf completed."""
        peaks = list(self.peaks)
        kept: list[Kept] = []
        joined, level = leaf, 0
        while (self.size >> level) & 1:
            joined = node_hash(peaks.pop(), joined)
            level += 1
            if level % TILE_HEIGHT == 0:
                kept.append(Kept(level, self.size >> level, joined))
        return Frontier(self.size + 1, (*peaks, joined)), tuple(kept)

    def root(self) -> bytes:
        return _joined(self.peaks)


def _joined(hashes: Sequence[bytes]) -> bytes:
    if not hashes:
        return hashlib.sha256(b"").digest()
    result = hashes[-1]
    for left in reversed(hashes[:-1]):
        result = node_hash(left, result)
    return result


def frontier(nodes: Nodes, size: int) -> Frontier:
    return Frontier(size, tuple(_complete(nodes, level, index) for level, index in _subtrees(0, size)))


def root_of(nodes: Nodes, size: int) -> bytes:
    """The root the log had when it was ``size`` entries long; ``ValueError`` when hashes are missing below that."""
    return span_hash(nodes, (0, size))


def span_hash(nodes: Nodes, span: Span) -> bytes:
    """The hash of a run of leaves that begins at the edge of a subtree at least as long as the run."""
    return _joined([_complete(nodes, level, index) for level, index in _subtrees(*span)])


def _subtrees(first: int, end: int) -> list[tuple[int, int]]:
    found = []
    while first < end:
        level = (end - first).bit_length() - 1
        assert first % (1 << level) == 0, "the run does not start at a subtree's edge"
        found.append((level, first >> level))
        first += 1 << level
    return found


def _complete(nodes: Nodes, level: int, index: int) -> bytes:
    above = level % TILE_HEIGHT
    row = list(nodes(level - above, index << above, 1 << above))
    if len(row) != 1 << above:
        raise ValueError("hashes below the log's size are missing")
    while len(row) > 1:
        row = [node_hash(row[i], row[i + 1]) for i in range(0, len(row), 2)]
    return row[0]


def _split(count: int) -> int:
    """The largest power of two smaller than ``count``."""
    return 1 << ((count - 1).bit_length() - 1)


def inclusion_path(nodes: Nodes, index: int, size: int) -> list[bytes]:
    """The audit path of a leaf, from the leaf to the root (RFC 6962 section 2.1.1)."""
    assert 0 <= index < size
    spans: list[Span] = []
    first, end = 0, size
    while end - first > 1:
        middle = first + _split(end - first)
        left, right = (first, middle), (middle, end)
        spans.append(right if index < middle else left)
        first, end = left if index < middle else right
    return [span_hash(nodes, span) for span in reversed(spans)]


def root_from_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """The root a path leads to, or ``None`` when it is too short or too long (RFC 9162 section 2.1.3.2)."""
    if not 0 <= index < size:
        return None
    position, last, result = index, size - 1, leaf
    for step in path:
        if last == 0:
            return None
        if position & 1 or position == last:
            result = node_hash(step, result)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            result = node_hash(result, step)
        position, last = position >> 1, last >> 1
    return result if last == 0 else None


def consistency_path(nodes: Nodes, old: int, size: int) -> list[bytes]:
    """What shows that a log of ``size`` only grew since it was ``old`` entries long (RFC 6962 section 2.1.2)."""
    assert 0 < old <= size
    spans: list[Span] = []
    first, end, whole = 0, size, True
    while end != old:
        middle = first + _split(end - first)
        if old <= middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((first, middle))
            first, whole = middle, False
    if not whole:
        spans.append((first, end))
    return [span_hash(nodes, span) for span in reversed(spans)]


def consistent(old: int, size: int, old_root: bytes, root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the path shows that the second root only grew out of the first (RFC 9162 section 2.1.4.2)."""
    if not 0 < old <= size:
        return False
    if old == size:
        return not path and old_root == root
    steps = list(path)
    if old & (old - 1) == 0:
        steps.insert(0, old_root)
    if not steps:
        return False
    return _fold_consistency(old - 1, size - 1, steps) == (old_root, root)


def _fold_consistency(position: int, last: int, steps: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    while position & 1:
        position, last = position >> 1, last >> 1
    older = newer = steps[0]
    for step in steps[1:]:
        if last == 0:
            return None
        if position & 1 or position == last:
            older, newer = node_hash(step, older), node_hash(step, newer)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            newer = node_hash(newer, step)
        position, last = position >> 1, last >> 1
    return (older, newer) if last == 0 else None
