"""The organisation's key away from the bench, and what it signs there: enrolments, exporters, revocations.

A key that leaves a home is a PKCS #8 file under a passphrase, which OpenSSL reads too.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from station.errors import Trouble, UsageTrouble
from station.evidence.checkpoint import VerifierKey, open_note, parse_vkey
from station.evidence.keys import (
    ORG_KEY,
    SEED_SIZE,
    SigningKey,
    enrolled_key,
    enrolment_note,
    lasting_folder,
    parse_private,
    read_key,
    read_text,
    read_vkey,
    signature_ok,
    signing_key,
    sync_folder,
    unusable,
    write_whole,
)
from station.home import Home

PASSPHRASE_MIN = 12
EXPORTER_KEY, EXPORTER_VKEY, EXPORTER_NOTE = "exporter.key", "exporter.vkey", "exporter-enrolment.txt"
REVOKED = "revoked"
"""The folder of notes that take keys back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A key that signs bundles, and the organisation's word for it."""

    key: SigningKey
    owner: VerifierKey
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    key: VerifierKey
    since_epoch: int  # what it signed of older epochs still counts
    reason: str


def org_key(home: Home, given: SigningKey | None) -> SigningKey:
    """The organisation's key: the one that was given, or this home's own. ``Trouble`` when it is another's."""
    file = home.keys / ORG_KEY
    if given is None and not file.exists():
        raise Trouble(
            "the organisation's key is needed, and it is not kept here",
            where=str(home.keys),
            remedy="Name its file with --org-key FILE.",
        )
    key = given or read_key(file)
    known = home.keys / "org.vkey"
    if known.exists() and read_vkey(known) != key.public:
        raise Trouble(
            f"this is not the organisation's key that this home belongs to, {read_vkey(known).fingerprint()}",
            remedy="Name the right file with --org-key.",
        )
    return key


def export_org_key(home: Home, out: Path, passphrase: str) -> VerifierKey:
    """Write the organisation's key to ``out``, read it back, and only then remove it from this home."""
    file = home.keys / ORG_KEY
    key = org_key(home, None)
    if out.resolve().is_relative_to(home.root.resolve()):
        raise UsageTrouble("the file lies in the home itself", where=str(out), remedy="Name one on another drive.")
    if out.exists():
        raise UsageTrouble("there is a file of that name already", where=str(out), remedy="Name another one.")
    try:
        write_whole(out, sealed(key, passphrase), mode=0o600, newline=False)
    except OSError as error:
        raise Trouble(f"the key cannot be written: {error.strerror}", where=str(out)) from None
    if opened(out, passphrase) != key:
        raise Trouble("the file does not give the key back; it stays here", where=str(out), remedy="Try another drive.")
    _shred(file)
    return key.public


def sealed(key: SigningKey, passphrase: str) -> str:
    """The key's name, then the key under a passphrase."""
    if len(passphrase) < PASSPHRASE_MIN:
        raise UsageTrouble(f"a passphrase has at least {PASSPHRASE_MIN} characters", remedy="Four words do.")
    private = Ed25519PrivateKey.from_private_bytes(key.seed)
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode()))
    return f"{key.public.text()}\n{pem.decode()}"


def opened(file: Path, passphrase: str) -> SigningKey:
    """A key that ``sealed`` wrote, or the plain form of a home's own ``org.key``."""
    text = read_text(file)
    if text.startswith("PRIVATE+KEY+"):
        try:
            return parse_private(text.strip())
        except ValueError as error:
            raise unusable(file, str(error)) from None
    first, _, pem = text.partition("\n")
    try:
        named = parse_vkey(first)
        private = load_pem_private_key(pem.encode(), passphrase.encode())
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise Trouble("the passphrase is wrong, or this is no key file", where=str(file)) from None
    if not isinstance(private, Ed25519PrivateKey):
        raise unusable(file, "not an Ed25519 key")
    key = signing_key(named.name, private.private_bytes_raw())
    if key.public != named:
        raise unusable(file, "its parts do not belong together")
    return key


def _shred(file: Path) -> None:
    """Overwritten, then removed. A copy in a backup or in a flash chip's spare blocks is out of reach."""
    with file.open("r+b") as stream:
        stream.write(b"\0" * file.stat().st_size)
        stream.flush()
        os.fsync(stream.fileno())
    file.unlink()
    sync_folder(file.parent)


def enrolled_by(owner: SigningKey, request: Path, *, epoch: int, reason: str) -> str:
    """The note for a bench's key that was brought on a stick, with the organisation's public key before it."""
    key = read_vkey(request)
    if key.name.split("/")[0] != owner.public.name or key.name.count("/") != 1:
        raise unusable(request, f"{key.name} is no bench of {owner.public.name}")
    return enrolment_note(owner, key, epoch, reason)


def make_exporter(home: Home, owner: SigningKey, *, reason: str, random_bytes: Callable[[int], bytes]) -> Exporter:
    """A key of this home for cases whose bench cannot sign any more."""
    lasting_folder(home.keys, mode=0o700)
    key = signing_key(f"{owner.public.name}/exporter", random_bytes(SEED_SIZE))
    note = enrolment_note(owner, key.public, 1, reason, kind="exporter")
    write_whole(home.keys / EXPORTER_KEY, key.text(), mode=0o600)
    write_whole(home.keys / EXPORTER_VKEY, key.public.text(), mode=0o644)
    write_whole(home.keys / EXPORTER_NOTE, note, mode=0o644, newline=False)
    if not (home.keys / "org.vkey").exists():
        write_whole(home.keys / "org.vkey", owner.public.text(), mode=0o644)
    return Exporter(key=key, owner=owner.public, note=note)


def exporter_of(home: Home) -> Exporter | None:
    """This home's key for exporting, checked against its enrolment; None where there is none."""
    if not (home.keys / EXPORTER_KEY).exists():
        return None
    key, owner = read_key(home.keys / EXPORTER_KEY), read_vkey(home.keys / "org.vkey")
    note = read_text(home.keys / EXPORTER_NOTE)
    enrolled_key(note, owner, key.public, where=home.keys / EXPORTER_NOTE, kind="exporter")
    return Exporter(key=key, owner=owner, note=note)


def revoke(home: Home, owner: SigningKey, vkey: Path, *, since_epoch: int, reason: str, copy: Path | None) -> Path:
    """Sign that a key is taken back; the note is kept in this home, and copied for others."""
    key = read_vkey(vkey)
    note = enrolment_note(owner, key, since_epoch, reason, kind="revocation")
    folder = home.keys / REVOKED
    try:
        lasting_folder(folder, mode=0o700)
        for file in (folder / f"{key.name.replace('/', '.')}.{key.key_id.hex()}.txt", copy):
            if file is not None:
                write_whole(file, note, mode=0o644, newline=False)
    except OSError as error:
        raise Trouble(f"the note cannot be written: {error.strerror}", where=str(copy or folder)) from None
    if not (home.keys / "org.vkey").exists():
        write_whole(home.keys / "org.vkey", owner.public.text(), mode=0o644)
    return copy or folder


def revocations(home: Home) -> tuple[Revocation, ...]:
    """Every key that this home knows to be taken back. A note that its organisation has not signed is ``Trouble``."""
    files = sorted((home.keys / REVOKED).glob("*.txt"))
    if not files:
        return ()
    owner = read_vkey(home.keys / "org.vkey")
    return tuple(read_revocation(file, owner) for file in files)


def read_revocation(file: Path, owner: VerifierKey) -> Revocation:
    """``Trouble`` for a file that this organisation has not signed as a revocation."""
    try:
        lines = open_note(read_text(file), owner, signature_ok).split("\n")
        if len(lines) != 5 or lines[0] != "sealbench-revocation/1":
            raise ValueError("it is no revocation")
        return Revocation(key=parse_vkey(lines[1]), since_epoch=int(lines[2]), reason=lines[3])
    except ValueError as error:
        raise unusable(file, str(error)) from None
