"""The tree against the published vectors and against its own definition, spelled out naively."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.evidence.merkle import (
    Frontier,
    consistency_path,
    consistent,
    frontier,
    inclusion_path,
    leaf_hash,
    node_hash,
    root_from_inclusion,
    root_of,
)

# The leaves and roots that RFC 6962 implementations share (certificate-transparency's merkle_tree_test).
RFC6962_LEAVES = (
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)
RFC6962_ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


class Log:
    """A log in memory that keeps what the ledger keeps."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.leaves = [leaf_hash(leaf) for leaf in leaves]
        self.sizes = [Frontier()]
        self._kept: dict[tuple[int, int], bytes] = {}
        for leaf in self.leaves:
            grown, kept = self.sizes[-1].append(leaf)
            self.sizes.append(grown)
            self._kept |= {(node.level, node.index): node.hash for node in kept}

    def nodes(self, level: int, first: int, count: int) -> list[bytes]:
        if level == 0:
            return self.leaves[first : first + count]
        return [self._kept[level, index] for index in range(first, first + count)]


def naive_root(leaves: list[bytes]) -> bytes:
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    cut = 1
    while cut * 2 < len(leaves):
        cut *= 2
    return node_hash(naive_root(leaves[:cut]), naive_root(leaves[cut:]))


LOG = Log([str(i).encode() for i in range(600)])


def test_published_roots() -> None:
    """The eight roots of the RFC 6962 test vectors come out."""
    log = Log([bytes.fromhex(leaf) for leaf in RFC6962_LEAVES])
    assert [size.root().hex() for size in log.sizes[1:]] == list(RFC6962_ROOTS)


def test_empty_tree() -> None:
    """The root of an empty log is the hash of nothing."""
    assert Frontier().root() == hashlib.sha256(b"").digest()


@pytest.mark.parametrize("size", [1, 2, 3, 255, 256, 257, 511, 512, 513, 600])
def test_stored_hashes_give_every_root(size: int) -> None:
    """From leaves and kept subtrees the frontier and root of any earlier size come out, by the definition."""
    assert frontier(LOG.nodes, size) == LOG.sizes[size]
    assert root_of(LOG.nodes, size) == LOG.sizes[size].root() == naive_root(LOG.leaves[:size])


@given(st.data())
def test_inclusion(data: st.DataObject) -> None:
    """A path leads from its leaf to the root, and no altered, shortened or lengthened one does."""
    size = data.draw(st.integers(1, 600))
    index = data.draw(st.integers(0, size - 1))
    path, root = inclusion_path(LOG.nodes, index, size), LOG.sizes[size].root()
    assert root_from_inclusion(LOG.leaves[index], index, size, path) == root
    assert root_from_inclusion(LOG.leaves[index - 1], index, size, path) != root or size == 1
    assert root_from_inclusion(LOG.leaves[index], index, size, [*path, bytes(32)]) != root
    assert not path or root_from_inclusion(LOG.leaves[index], index, size, path[:-1]) != root
    assert root_from_inclusion(LOG.leaves[index], size, size, path) is None


@given(st.data())
def test_consistency(data: st.DataObject) -> None:
    """A path shows that a log only grew; it shows nothing for another old root, and none may be longer or shorter."""
    size = data.draw(st.integers(1, 600))
    old = data.draw(st.integers(1, size))
    old_root, root = LOG.sizes[old].root(), LOG.sizes[size].root()
    path = consistency_path(LOG.nodes, old, size)
    assert consistent(old, size, old_root, root, path)
    assert not consistent(old, size, bytes(32), root, path)
    assert not consistent(old, size, old_root, bytes(32), path)
    assert not consistent(old, size, old_root, root, [*path, bytes(32)])
    assert not path or not consistent(old, size, old_root, root, path[:-1])


def test_consistency_refuses_the_impossible() -> None:
    """A log cannot have shrunk, and nothing is consistent with an empty path unless the sizes are equal."""
    root = LOG.sizes[5].root()
    assert not consistent(6, 5, root, root, [])
    assert not consistent(0, 5, root, root, [])
    assert not consistent(3, 5, root, root, [])


def test_missing_hashes() -> None:
    """A log that lacks hashes is the world's fault, not a wrong root."""
    with pytest.raises(ValueError, match="missing"):
        root_of(lambda level, first, count: [], 5)


def test_which_hashes_are_kept() -> None:
    """Every ledger on a disk has the subtrees of 256 leaves, each at its place from the left; then those of 65,536."""
    tree, kept = Frontier(), list[tuple[int, int]]()
    for number in range(3 * 256):
        tree, made = tree.append(number.to_bytes(32, "big"))
        kept += [(one.level, one.index) for one in made]
    assert kept == [(8, 0), (8, 1), (8, 2)]
