"""Outside anchors of a log: what a witness or a time-stamp authority said of a checkpoint, as entries of that log.

Pure. An anchor lies in the ledger itself, whole: whoever has the log has the proof, and no second store can get lost.
Whatever comes after such an entry is provably younger than the anchor (evidence format, "Checkpoint").
"""

from __future__ import annotations

import binascii
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from station.evidence.canonical import b64, unb64
from station.evidence.checkpoint import Checkpoint
from station.evidence.entry import Entry
from station.evidence.fact import JSON, Fact
from station.evidence.witness import cosigned

ANCHOR = "AnchorReceived"
COSIGNED, STAMPED = "cosignature", "time_stamp"

_IMPRINT = bytes.fromhex("300d060960864801650304020105000420")
"""What stands before a SHA-256 in a token: SEQUENCE (algorithm, NULL), OCTET STRING of 32 bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cosignature:
    """``same_machine``: the witness's key lies where the bench's does, and so the witness is no outsider."""

    by: str
    checkpoint: Checkpoint
    at_s: int
    key: str  # vkey
    line: str
    same_machine: bool

    kind = COSIGNED


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeStamp:
    by: str  # the authority's host
    checkpoint: Checkpoint
    at_s: int
    token: bytes  # the authority's whole answer, DER

    kind = STAMPED


Anchor: TypeAlias = Cosignature | TimeStamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """An anchor and the number of the entry that it lies in."""

    seq: int
    anchor: Anchor

    @property
    def size(self) -> int:
        return self.anchor.checkpoint.size


def fact_of(anchor: Anchor) -> Fact:
    checkpoint = anchor.checkpoint
    pub: dict[str, JSON] = {
        "anchor": anchor.kind,
        "by": anchor.by,
        "size": checkpoint.size,
        "root": b64(checkpoint.root),
        "at_s": anchor.at_s,
    }
    match anchor:
        case Cosignature():
            pub |= {"key": anchor.key, "line": anchor.line, "same_machine": anchor.same_machine}
        case TimeStamp():
            pub |= {"token": b64(anchor.token)}
    return Fact(kind=ANCHOR, pub=pub)


def received(entry: Entry) -> Received:
    """``ValueError`` for an entry that holds no anchor of its own log, or a false one."""
    return Received(seq=entry.seq, anchor=_anchor(entry.parsed(), entry.seq))


def _anchor(fields: Mapping[str, Any], seq: int) -> Anchor:
    try:
        pub, log = fields["pub"], str(fields["log"])
        size, root, by = int(pub["size"]), unb64(pub["root"]), str(pub["by"])
        if not 0 < size <= seq or len(root) != 32:
            raise ValueError("it anchors a checkpoint that the log did not have then")
        checkpoint = Checkpoint(log, size, root)
        if pub["anchor"] == STAMPED:
            return _stamp(checkpoint, by, int(pub["at_s"]), unb64(pub["token"]))
        said = cosigned(str(pub["line"]), str(pub["key"]), checkpoint)
    except (KeyError, TypeError, binascii.Error) as error:
        raise ValueError(f"it is no anchor: {error}") from None
    same_machine = pub.get("same_machine") is True
    return Cosignature(
        by=by, checkpoint=checkpoint, at_s=said.at_s, key=pub["key"], line=said.line, same_machine=same_machine
    )


def _stamp(checkpoint: Checkpoint, by: str, at_s: int, token: bytes) -> TimeStamp:
    if imprint_of(checkpoint) not in token:
        raise ValueError("the time stamp is of something else")
    return TimeStamp(by=by, checkpoint=checkpoint, at_s=at_s, token=token)


def imprint_of(checkpoint: Checkpoint) -> bytes:
    return _IMPRINT + hashlib.sha256(checkpoint.text().encode()).digest()


def is_outside(anchor: Anchor) -> bool:
    """Whether somebody else said it, as far as the bench can tell."""
    return not (isinstance(anchor, Cosignature) and anchor.same_machine)


def chosen(found: Iterable[Received]) -> tuple[Received, ...]:
    """The anchors of one checkpoint, the one a bundle is best made with.

    A bundle has one checkpoint of a log: the one that bears out the earliest outside time; of several such the one
    with the most kinds of anchor, for a court knows time stamps and a witness is sooner there; then the oldest. One
    that the bench's own machine made counts least, and is left out beside one from outside.
    """
    known = tuple(found)
    by_size: dict[int, list[Received]] = {}
    for one in known:
        by_size.setdefault(one.size, []).append(one)
    if not by_size:
        return ()
    best: list[Received] = max(by_size.values(), key=lambda anchors: _worth(anchors, known))
    return _shown(best)


def _shown(anchors: Sequence[Received]) -> tuple[Received, ...]:
    return tuple(one for one in anchors if is_outside(one.anchor)) or tuple(anchors)


def _worth(anchors: Sequence[Received], known: Sequence[Received]) -> tuple[bool, int, int, int]:
    outside = {one.anchor.kind for one in anchors if is_outside(one.anchor)}
    first = seen_first(_shown(anchors), known)
    return bool(outside), -first.anchor.at_s, len(outside), -anchors[0].size


def seen_first(shown: Sequence[Received], known: Iterable[Received]) -> Received:
    """The earliest anchor that a checkpoint with the anchors ``shown`` bears out.

    A witness that cosigned it vouches that the log only grew since it cosigned before: that word, which lies in an
    entry the checkpoint covers, counts too.
    """
    witnesses = {one.anchor.key for one in shown if isinstance(one.anchor, Cosignature)}
    size = shown[0].size
    before = (
        one
        for one in known
        if isinstance(one.anchor, Cosignature) and one.anchor.key in witnesses and one.seq < size and one.size < size
    )
    return min((*shown, *before), key=lambda one: (one.anchor.at_s, -one.size))


def token_name(anchor: TimeStamp) -> str:
    """A member's name: hosts have letters that names of members have not."""
    return (
        "".join(c if c.isascii() and (c.isalnum() or c in ".-_") else "-" for c in anchor.by).strip(".") or "authority"
    )
