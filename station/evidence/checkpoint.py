"""Signed notes and checkpoints as C2SP defines them (c2sp.org/signed-note, c2sp.org/tlog-checkpoint). Pure.

Signing and the check of a signature are handed in; keys and files live in ``keys``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from station.evidence.canonical import b64, unb64

ED25519 = b"\x01"
COSIGNATURE = b"\x04"
SIGNATURES_MAX = 16

Sign: TypeAlias = Callable[[bytes], bytes]
Check: TypeAlias = Callable[[bytes, bytes, bytes], bool]
"""``check(public_key, signature, message)``."""

_NAME = re.compile(r"[^\s+\x00-\x1f]+")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_SIZE = re.compile(r"0|[1-9][0-9]{0,15}")


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key under its name, in the text form ``name+key id+base64``."""

    name: str
    public: bytes
    kind: bytes = ED25519  # the signature type: of what its signatures are

    @property
    def key_id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + self.kind + self.public).digest()[:4]

    def text(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{b64(self.kind + self.public)}"

    def fingerprint(self) -> str:
        """Hex SHA-256 of the 32 key bytes: what people compare."""
        return hashlib.sha256(self.public).hexdigest()


def parse_vkey(text: str, kind: bytes = ED25519) -> VerifierKey:
    """``ValueError`` for anything but an Ed25519 vkey of this type in its one spelling."""
    parts = text.split("+", 2)
    if len(parts) != 3 or not _NAME.fullmatch(parts[0]):
        raise ValueError("not a verifier key")
    raw = unb64(parts[2])
    if len(raw) != 33 or raw[:1] != kind:
        raise ValueError("not an Ed25519 verifier key")
    key = VerifierKey(parts[0], raw[1:], kind)
    if key.text() != text:
        raise ValueError("the verifier key's id does not belong to it")
    return key


def signed_note(text: str, key: VerifierKey, sign: Sign) -> str:
    assert text.endswith("\n"), "a note's text ends with a newline"
    return f"{text}\n{signature_line(key, sign(text.encode()))}\n"


def open_note(note: str, key: VerifierKey, check: Check) -> str:
    """The note's text once the key's signature holds, ``ValueError`` otherwise; unknown keys' lines are ignored."""
    text, signatures = _parts(note)
    found = [raw[4:] for name, raw in signatures if name == key.name and raw[:4] == key.key_id]
    if not found:
        raise ValueError(f"the note is not signed by {key.name}")
    if not all(len(raw) == 64 and check(key.public, raw, text.encode()) for raw in found):
        raise ValueError(f"the signature of {key.name} is false")
    return text


def signature_line(key: VerifierKey, signature: bytes) -> str:
    """One line of a note, without its newline."""
    return f"— {key.name} {b64(key.key_id + signature)}"


def signature_in(line: str, key: VerifierKey) -> bytes:
    """What a line holds after the key's id; ``ValueError`` when it is not this key's."""
    name, raw = _signature(line)
    if name != key.name or raw[:4] != key.key_id:
        raise ValueError(f"the line is not signed by {key.name}")
    return raw[4:]


def _parts(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    cut = note.rfind("\n\n") + 1
    text, lines = note[:cut], note[cut + 1 :]
    if cut == 0 or not lines.endswith("\n") or _CONTROL.search(note):
        raise ValueError("not a signed note")
    signatures = [_signature(line) for line in lines[:-1].split("\n")]
    if len(signatures) > SIGNATURES_MAX:
        raise ValueError(f"the note has more than {SIGNATURES_MAX} signatures")
    return text, signatures


def _signature(line: str) -> tuple[str, bytes]:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "—" or not _NAME.fullmatch(parts[1]):
        raise ValueError("a signature line is malformed")
    raw = unb64(parts[2])
    if len(raw) < 5:
        raise ValueError("a signature is too short")
    return parts[1], raw


@dataclass(frozen=True, slots=True)
class Checkpoint:
    log: str
    size: int
    root: bytes

    def text(self) -> str:
        return f"{self.log}\n{self.size}\n{b64(self.root)}\n"


def parse_checkpoint(text: str) -> Checkpoint:
    """The three lines and nothing else; ``ValueError`` otherwise."""
    lines = text.split("\n")
    if len(lines) != 4 or lines[3] or not lines[0] or not _SIZE.fullmatch(lines[1]):
        raise ValueError("not a checkpoint")
    root = unb64(lines[2])
    if len(root) != 32:
        raise ValueError("a checkpoint's root has 32 bytes")
    return Checkpoint(lines[0], int(lines[1]), root)
