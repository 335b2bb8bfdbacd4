"""The outside anchors of a parcel's log as a bundle shows them: which checkpoint, whose word on it, and which entries.

A bundle has one checkpoint of each log, so this decides which one; everything else follows from it. Only reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from station.evidence.anchor_reading import Around, around
from station.evidence.anchors import Cosignature, Received, TimeStamp, chosen, is_outside, seen_first, token_name
from station.evidence.entry import Entry
from station.evidence.ledger_reading import LedgerReader, StoredCheckpoint
from station.evidence.moments import span, utc
from station.evidence.time_stamp import AUTHORITIES, PEM_MAX

COSIGNATURES_MAX = 15
"""A note has at most sixteen signatures, and the bench's own is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """``checkpoint``: the one to show, with its cosignatures; None when no anchor reaches the parcel's last entry.

    ``entries`` are the ``AnchorReceived`` entries that belong to the bundle. Times are seconds, UTC.
    """

    checkpoint: StoredCheckpoint | None = None
    anchors: tuple[Received, ...] = ()
    first: Received | None = None  # the earliest that the checkpoint bears out: one of its own, or in an entry before
    before: Received | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def after_s(self) -> int | None:
        """The parcel's first entry is younger."""
        return None if self.before is None else self.before.anchor.at_s

    @property
    def before_s(self) -> int | None:
        """The parcel's last entry is older."""
        return None if self.first is None else self.first.anchor.at_s


def anchored(reader: LedgerReader, entries: tuple[Entry, ...]) -> Anchored:
    """Of a parcel's entries in one log."""
    found = around(reader, entries[0].seq, entries[-1].seq)
    best = chosen(found.after)
    signed = reader.checkpoint_at(best[0].size) if best else None
    if signed is None:
        return Anchored(before=found.before, entries=tuple(_entries(reader, found, None)))
    first = seen_first(best, found.after)
    cosigned = [one.anchor.line for one in best if isinstance(one.anchor, Cosignature)][:COSIGNATURES_MAX]
    note = signed.note + "".join(f"{line}\n" for line in cosigned)
    return Anchored(
        checkpoint=StoredCheckpoint(signed.size, note),
        anchors=best,
        first=first,
        before=found.before,
        entries=tuple(_entries(reader, found, None if first in best else first)),
    )


def _entries(reader: LedgerReader, found: Around, first: Received | None) -> Iterator[Entry]:
    """The lower bound's, and that of the earliest anchor after the parcel, where that is no one of the checkpoint's."""
    if found.before is not None:
        yield reader.entry(found.before.seq)
    if first is not None:
        yield reader.entry(first.seq)


def anchor_members(anchored: Anchored, folder: str, keys: Path) -> dict[str, bytes]:
    """Tokens, the certificates they lead to, and witnesses' keys, under a log's folder of the bundle."""
    members: dict[str, bytes] = {}
    for one in anchored.anchors:
        match one.anchor:
            case Cosignature() as said:
                members[f"{folder}/keys/witness-{_plain(said.by)}.vkey"] = f"{said.key}\n".encode()
            case TimeStamp() as stamp:
                members[f"{folder}/anchors/{token_name(stamp)}.tsr"] = stamp.token
    certificates = _certificates(keys)
    if certificates and any(name.endswith(".tsr") for name in members):
        members[f"{folder}/anchors/authorities.pem"] = certificates
    return members


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", "-", name)


def _certificates(keys: Path) -> bytes:
    try:
        with (keys / AUTHORITIES).open("rb") as stream:
            return stream.read(PEM_MAX)
    except OSError:
        return b""


def remarks_on_anchors(anchored: Anchored, keys: Path) -> Iterator[str]:
    """What a stranger must know of these anchors and cannot see in them."""
    for one in anchored.anchors:
        if not is_outside(one.anchor):
            yield f"the witness {one.anchor.by} keeps its key on the bench's own machine: it is no outsider"
    if any(isinstance(one.anchor, TimeStamp) for one in anchored.anchors) and not _certificates(keys):
        yield "the certificates of the time-stamp authorities are not here: fetch them from the authorities"


def window(parts: Iterable[Anchored]) -> dict[str, int | None]:
    """Of the whole parcel: after the first log's lower bound, before the last of the logs was seen outside."""
    known = list(parts)
    ends = [part.before_s for part in known]
    return {"after": known[0].after_s, "before": None if None in ends else max(end for end in ends if end is not None)}


def said(anchored: Anchored, last_us: int) -> tuple[str, str]:
    """How long after the last entry somebody outside saw it, in Chinese and English."""
    if anchored.before_s is None:
        return "尚无外部锚点", "not anchored outside yet"
    delay = span(anchored.before_s - last_us // 1_000_000)
    first = () if anchored.first is None else (anchored.first,)
    names = ", ".join(dict.fromkeys(one.anchor.by for one in (*first, *anchored.anchors)))
    at = utc(anchored.before_s * 1_000_000)
    return f"最后一条记录之后 {delay}({at},{names})", f"{delay} after the last entry ({at}, {names})"
