"""A bench's signing key and the organisation's word for it: files under the home's ``keys`` folder, mode 0600.

The private form is the one of signed notes (``PRIVATE+KEY+name+id+base64``). What is signed is decided elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from station.errors import SettingsTrouble, Trouble
from station.evidence.canonical import b64, unb64
from station.evidence.checkpoint import ED25519, VerifierKey, open_note, parse_vkey, signed_note
from station.home import Home

SEED_SIZE = 32


@dataclass(frozen=True, slots=True)
class SigningKey:
    public: VerifierKey
    seed: bytes

    def sign(self, message: bytes) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)

    def note(self, text: str) -> str:
        return signed_note(text, self.public, self.sign)

    def text(self) -> str:
        key = self.public
        return f"PRIVATE+KEY+{key.name}+{key.key_id.hex()}+{b64(ED25519 + self.seed)}"


@dataclass(frozen=True, slots=True)
class Keys:
    """What a bench signs with, and what shows a stranger that it may."""

    bench: SigningKey
    org: VerifierKey
    enrolment: str  # signed note of the organisation
    protection: str  # how the private key is kept, as the bundle says it


def signature_ok(public: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def signing_key(name: str, seed: bytes) -> SigningKey:
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    return SigningKey(VerifierKey(name, public), seed)


def enrol(home: Home, *, org: str, bench: str, epoch: int, random_bytes: Callable[[int], bytes]) -> Keys:
    """The bench's keys; those that are missing are made. A small home owns its organisation's key too.

    Only for a ledger without entries: a bench that has lost its key must not go on under another one.
    """
    folder = home.keys
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    bench_file = folder / "bench.key"
    if not bench_file.exists():
        _write(bench_file, signing_key(f"{org}/{bench}", random_bytes(SEED_SIZE)).text(), mode=0o600)
    if not (folder / "enrolment.txt").exists():
        _enrol_by_own_org(folder, org, _read_key(bench_file).public, epoch, random_bytes)
    return load(home, org=org, bench=bench)


def _enrol_by_own_org(
    folder: Path, org: str, bench: VerifierKey, epoch: int, random_bytes: Callable[[int], bytes]
) -> None:
    org_file = folder / "org.key"
    if not org_file.exists():
        _write(org_file, signing_key(org, random_bytes(SEED_SIZE)).text(), mode=0o600)
    owner = _read_key(org_file)
    _write(folder / "org.vkey", owner.public.text(), mode=0o644)
    _write(folder / "bench.vkey", bench.text(), mode=0o644)
    text = f"sealbench-enrolment/1\n{bench.text()}\n{epoch}\nfirst use\n"
    _write(folder / "enrolment.txt", owner.note(text), mode=0o644, newline=False)


def load(home: Home, *, org: str, bench: str) -> Keys:
    """The keys as they are on disk, checked against each other and against the bench's name."""
    folder = home.keys
    key = _read_key(folder / "bench.key")
    _same_name(folder / "bench.key", key.public.name, f"{org}/{bench}")
    owner = _read_vkey(folder / "org.vkey")
    _same_name(folder / "org.vkey", owner.name, org)
    enrolment = _read(folder / "enrolment.txt")
    try:
        lines = open_note(enrolment, owner, signature_ok).split("\n")
    except ValueError as error:
        raise _unusable(folder / "enrolment.txt", str(error)) from None
    if len(lines) != 5 or lines[1] != key.public.text():
        raise _unusable(folder / "enrolment.txt", "it enrols another key")
    return Keys(key, owner, enrolment, _protection(folder / "bench.key"))


def owned_org_key(home: Home) -> VerifierKey | None:
    """The organisation's public key, when this home owns the private one."""
    file = home.keys / "org.key"
    return _read_key(file).public if file.exists() else None


def _same_name(file: Path, found: str, wanted: str) -> None:
    if found != wanted:
        raise SettingsTrouble(
            f"the key belongs to {found}, but the settings name {wanted}",
            where=str(file),
            remedy="Put the old name back into bench.toml, or use a new home for the new bench.",
        )


def _protection(file: Path) -> str:
    if os.name == "nt":
        return "file in the user's profile"
    mode = file.stat().st_mode & 0o777
    return "file with mode 0600" if mode == 0o600 else f"file with mode {mode:04o}: others may have read it"


def _read_key(file: Path) -> SigningKey:
    text = _read(file).strip()
    try:
        *head, name, key_id, secret = text.split("+", 4)
        raw = unb64(secret)
        if head != ["PRIVATE", "KEY"] or len(raw) != 1 + SEED_SIZE or raw[:1] != ED25519:
            raise ValueError("not an Ed25519 key")
        key = signing_key(name, raw[1:])
    except ValueError as error:
        raise _unusable(file, str(error)) from None
    if key.public.key_id.hex() != key_id:
        raise _unusable(file, "its parts do not belong together")
    return key


def _read_vkey(file: Path) -> VerifierKey:
    try:
        return parse_vkey(_read(file).strip())
    except ValueError as error:
        raise _unusable(file, str(error)) from None


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise _unusable(file, str(error)) from None


def _unusable(file: Path, why: str) -> Trouble:
    return Trouble(
        f"a key file of this bench cannot be used: {why}", where=str(file), remedy="Put the file back from a backup."
    )


def _write(file: Path, text: str, *, mode: int, newline: bool = True) -> None:
    """Whole or not at all: a key cut short by a power failure would lock the bench out of its own log."""
    new = file.with_name(file.name + ".new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write((text + "\n" * newline).encode())
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(file)
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
