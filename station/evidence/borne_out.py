"""Whether a parcel's entries are what a signed root says: each leaf's path is walked, each signature checked."""

from __future__ import annotations

from station.evidence import merkle
from station.evidence.checkpoint import open_note, parse_checkpoint
from station.evidence.gathering import LogPart
from station.evidence.keys import signature_ok


def borne_out(part: LogPart) -> int:
    """How many of the part's entries the checkpoint bears out; none where its signature is false."""
    try:
        signed = parse_checkpoint(open_note(part.checkpoint.note, part.keys.bench, signature_ok))
    except ValueError:
        return 0
    nodes, size = part.reader.nodes, signed.size
    return sum(_leads_to(nodes, entry.leaf, entry.seq, size, signed.root) for entry in part.entries)


def _leads_to(nodes: merkle.Nodes, leaf: bytes, seq: int, size: int, root: bytes) -> bool:
    if seq >= size:
        return False
    path = merkle.inclusion_path(nodes, seq, size)
    return merkle.root_from_inclusion(leaf, seq, size, path) == root
