"""A witness: a key of somebody else that cosigns a log's checkpoints, and never two that do not grow out of each other.

C2SP tlog-cosignature (signature type 0x04) and the rules of tlog-witness, without its HTTP. Pure: what the witness has
seen before is handed in, and storing what it says is the order book's business, in the same transaction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from station.evidence.canonical import b64, unb64
from station.evidence.checkpoint import (
    COSIGNATURE,
    Checkpoint,
    VerifierKey,
    open_note,
    parse_checkpoint,
    parse_vkey,
    signature_in,
    signature_line,
)
from station.evidence.keys import SigningKey, enrolled_from, signature_ok
from station.evidence.merkle import consistent

PROOF_MAX = 64
"""Hashes in a consistency proof: enough for any log that a number can count (tlog-witness allows 63)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cosigned:
    """Where one witness says that it has seen a checkpoint: a note's line, and the time in it (seconds, UTC)."""

    witness: VerifierKey
    line: str
    at_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as a bench makes it; nothing in it is trusted."""

    log: str
    old_size: int
    note: str
    proof: Sequence[str]  # base64, as ``merkle.consistency_path`` orders it
    bench_key: str
    org_key: str
    enrolment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What this witness cosigned last of the log, and whose the organisation's logs are by its first one."""

    size: int = 0
    root: bytes = b""
    org_key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    checkpoint: Checkpoint
    line: str
    at_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """``size`` is what the witness knows: an honest bench asks again from there (HTTP would answer 409)."""

    why: str
    size: int


Answer: TypeAlias = Granted | Refused

STALE = "the proof does not begin at the size the witness knows"


def cosign(key: SigningKey, checkpoint: Checkpoint, at_s: int) -> str:
    """The line for the checkpoint's note."""
    signature = key.sign(_message(checkpoint, at_s))
    return signature_line(key.public, at_s.to_bytes(8, "big") + signature)


def cosigned(line: str, vkey: str, checkpoint: Checkpoint) -> Cosigned:
    """What a line says of the checkpoint; ``ValueError`` when the key has not signed that."""
    witness = parse_vkey(vkey, COSIGNATURE)
    signed = signature_in(line, witness)
    at_s = int.from_bytes(signed[:8], "big")
    if len(signed) != 72 or not signature_ok(witness.public, signed[8:], _message(checkpoint, at_s)):
        raise ValueError(f"the cosignature of {witness.name} is false")
    return Cosigned(witness=witness, line=line, at_s=at_s)


def _message(checkpoint: Checkpoint, at_s: int) -> bytes:
    return f"cosignature/v1\ntime {at_s}\n{checkpoint.text()}".encode()


def judge(key: SigningKey, asked: Asked, seen: Seen, *, now_s: int) -> Answer:
    """Cosign the checkpoint if its bench may sign the log and the log only grew since the witness last looked."""
    try:
        checkpoint = _signed_by_its_bench(asked, seen)
    except ValueError as error:
        return Refused(why=str(error), size=seen.size)
    if asked.old_size != seen.size:
        return Refused(why=STALE, size=seen.size)
    if not _grown(asked, seen, checkpoint):
        return Refused(why="the log did not grow out of what the witness has seen", size=seen.size)
    return Granted(checkpoint=checkpoint, line=cosign(key, checkpoint, now_s), at_s=now_s)


def _signed_by_its_bench(asked: Asked, seen: Seen) -> Checkpoint:
    bench, owner = parse_vkey(asked.bench_key), parse_vkey(asked.org_key)
    org, name, epoch = _log_parts(asked.log)
    if seen.org_key and seen.org_key != asked.org_key:
        raise ValueError(f"{org} is known to the witness under another key")
    if owner.name != org or bench.name != f"{org}/{name}":
        raise ValueError("the keys belong to another log")
    if enrolled_from(asked.enrolment, owner, bench) > epoch:
        raise ValueError("the log is older than its key's enrolment")
    checkpoint = parse_checkpoint(open_note(asked.note, bench, signature_ok))
    if checkpoint.log != asked.log or checkpoint.size == 0:
        raise ValueError("the checkpoint is of another log")
    return checkpoint


def _log_parts(log: str) -> tuple[str, str, int]:
    found = re.fullmatch(r"([A-Za-z0-9._-]+)/([A-Za-z0-9._-]+)/([1-9][0-9]{0,9})", log)
    if found is None:
        raise ValueError("no log has such a name")
    return found[1], found[2], int(found[3])


def _grown(asked: Asked, seen: Seen, checkpoint: Checkpoint) -> bool:
    if len(asked.proof) > PROOF_MAX:
        return False
    try:
        path = [unb64(step) for step in asked.proof]
    except ValueError:
        return False
    if seen.size == 0:
        return not path
    return consistent(seen.size, checkpoint.size, seen.root, checkpoint.root, path)


def proof_text(path: Sequence[bytes]) -> list[str]:
    return [b64(step) for step in path]
