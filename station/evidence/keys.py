"""A bench's signing key and the organisation's word for it: files under the home's ``keys`` folder, mode 0600.

The private form is the one of signed notes (``PRIVATE+KEY+name+id+base64``); where the system's key store has it, the
file only says so (``KEY+STORE+name+id``). What is signed is decided elsewhere.
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
from station.evidence.key_store import SERVICE, KeyStore, system_store
from station.home import Home

SEED_SIZE = 32
TEXT_MAX = 64 * 1024  # bytes of a key file or a note
BENCH_KEY, ORG_KEY = "bench.key", "org.key"
ENROLMENT = "enrolment.txt"
UNUSED = "not-signed-yet"
"""Beside an enrolment that came before the first ledger: without it keys without a ledger mean that one is gone."""


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
        return f"PRIVATE+KEY+{key.name}+{key.key_id.hex()}+{b64(key.kind + self.seed)}"


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


def signing_key(name: str, seed: bytes, kind: bytes = ED25519) -> SigningKey:
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    return SigningKey(VerifierKey(name, public, kind), seed)


def enrol(
    home: Home,
    *,
    org: str,
    bench: str,
    epoch: int,
    random_bytes: Callable[[int], bytes],
    store: KeyStore | None = None,
) -> Keys:
    """The bench's keys; those that are missing are made. A small home owns its organisation's key too.

    Only for a ledger without entries: a bench that has lost its key must not go on under another one.
    """
    folder = home.keys
    bench_file = folder / BENCH_KEY
    if not bench_file.exists():
        make_bench_key(home, org=org, bench=bench, random_bytes=random_bytes, store=store)
    if not (folder / ENROLMENT).exists():
        if (folder / "org.vkey").exists() and not (folder / ORG_KEY).exists():
            raise Trouble(
                "this bench waits for its enrolment by the organisation's key",
                where=str(folder),
                remedy="Run: sealbench keys request, and bring the note back with: sealbench keys accept.",
            )
        owner = _own_org(folder, org, random_bytes)
        write_enrolment(folder, owner.public, enrolment_note(owner, read_key(bench_file).public, epoch, "first use"))
    return load(home, org=org, bench=bench)


def make_bench_key(
    home: Home, *, org: str, bench: str, random_bytes: Callable[[int], bytes], store: KeyStore | None
) -> VerifierKey:
    """A new key in the place of the old one, if there was one: in the key store where there is one, else in a file."""
    lasting_folder(home.keys, mode=0o700)
    _forget(home.keys / BENCH_KEY, store)
    key = signing_key(f"{org}/{bench}", random_bytes(SEED_SIZE))
    text = key.text()
    if store is not None:
        store.put(SERVICE, _user(key.public), text)
        text = f"KEY+STORE+{key.public.name}+{key.public.key_id.hex()}"
    write_whole(home.keys / BENCH_KEY, text, mode=0o600)
    write_whole(home.keys / "bench.vkey", key.public.text(), mode=0o644)
    return key.public


def _forget(file: Path, store: KeyStore | None) -> None:
    """The old key leaves the key store; one in a file is overwritten by the next."""
    try:
        text = file.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return
    if store is not None and _is_kept_elsewhere(text):
        store.drop(SERVICE, _named_user(text))


def _own_org(folder: Path, org: str, random_bytes: Callable[[int], bytes]) -> SigningKey:
    file = folder / ORG_KEY
    if not file.exists():
        write_whole(file, signing_key(org, random_bytes(SEED_SIZE)).text(), mode=0o600)
    return read_key(file)


def enrolment_note(owner: SigningKey, key: VerifierKey, epoch: int, reason: str, *, kind: str = "enrolment") -> str:
    """``kind`` is ``enrolment`` for a bench, ``exporter`` for a key that signs bundles and nothing else."""
    assert "\n" not in reason, "a reason is one line"
    return owner.note(f"sealbench-{kind}/1\n{key.text()}\n{epoch}\n{reason}\n")


def write_enrolment(folder: Path, owner: VerifierKey, note: str) -> None:
    write_whole(folder / "org.vkey", owner.text(), mode=0o644)
    write_whole(folder / ENROLMENT, note, mode=0o644, newline=False)


def load(home: Home, *, org: str, bench: str) -> Keys:
    """The keys as they are on disk, checked against each other and against the bench's name."""
    folder = home.keys
    key = read_key(folder / BENCH_KEY)
    _same_name(folder / BENCH_KEY, key.public.name, f"{org}/{bench}")
    owner = read_vkey(folder / "org.vkey")
    _same_name(folder / "org.vkey", owner.name, org)
    enrolment = read_text(folder / ENROLMENT)
    enrolled_key(enrolment, owner, key.public, where=folder / ENROLMENT)
    return Keys(key, owner, enrolment, _protection(folder / BENCH_KEY))


def enrolled_key(note: str, owner: VerifierKey, key: VerifierKey, *, where: Path, kind: str = "enrolment") -> int:
    """From which epoch on the organisation's note enrols the key. ``Trouble`` when it enrols another, or none."""
    try:
        return enrolled_from(note, owner, key, kind=kind)
    except ValueError as error:
        raise unusable(where, str(error)) from None


def enrolled_from(note: str, owner: VerifierKey, key: VerifierKey, *, kind: str = "enrolment") -> int:
    """The same for a note that came from elsewhere: ``ValueError``."""
    lines = open_note(note, owner, signature_ok).split("\n")
    if len(lines) != 5 or lines[0] != f"sealbench-{kind}/1" or lines[1] != key.text():
        raise ValueError("it enrols another key")
    return int(lines[2])


def owned_org_key(home: Home) -> VerifierKey | None:
    """The organisation's public key, when this home owns the private one."""
    file = home.keys / ORG_KEY
    return read_key(file).public if file.exists() else None


def _same_name(file: Path, found: str, wanted: str) -> None:
    if found != wanted:
        raise SettingsTrouble(
            f"the key belongs to {found}, but the settings name {wanted}",
            where=str(file),
            remedy="Put the old name back into bench.toml, or use a new home for the new bench.",
        )


def _protection(file: Path) -> str:
    if _is_kept_elsewhere(read_text(file)):
        store = system_store()
        return f"the system's key store: {store.name if store else 'unknown'}"
    if os.name == "nt":
        return "file in the user's profile"
    mode = file.stat().st_mode & 0o777
    return "file with mode 0600" if mode == 0o600 else f"file with mode {mode:04o}: others may have read it"


def _is_kept_elsewhere(text: str) -> bool:
    return text.startswith("KEY+STORE+")


def _from_store(text: str, file: Path) -> str:
    store = system_store()
    found = None if store is None else store.get(SERVICE, _named_user(text.strip()))
    if found is None:
        raise Trouble(
            "the bench's key is in the system's key store, and that does not give it out",
            where=str(file),
            remedy="Sign in as the user that this bench belongs to; when the key is lost: sealbench keys rotate.",
        )
    return found


def _user(key: VerifierKey) -> str:
    return f"{key.name} {key.key_id.hex()}"


def _named_user(text: str) -> str:
    return " ".join(text.removeprefix("KEY+STORE+").rsplit("+", 1))


def read_key(file: Path) -> SigningKey:
    text = read_text(file)
    text = (_from_store(text, file) if _is_kept_elsewhere(text) else text).strip()
    try:
        return parse_private(text)
    except ValueError as error:
        raise unusable(file, str(error)) from None


def parse_private(text: str, kind: bytes = ED25519) -> SigningKey:
    """``ValueError`` for anything but a private Ed25519 key whose parts belong together."""
    parts = text.split("+", 4)
    if len(parts) != 5 or parts[:2] != ["PRIVATE", "KEY"]:
        raise ValueError("not an Ed25519 key")
    raw = unb64(parts[4])
    if len(raw) != 1 + SEED_SIZE or raw[:1] != kind:
        raise ValueError("not an Ed25519 key")
    key = signing_key(parts[2], raw[1:], kind)
    if key.public.key_id.hex() != parts[3]:
        raise ValueError("its parts do not belong together")
    return key


def read_vkey(file: Path) -> VerifierKey:
    try:
        return parse_vkey(read_text(file).strip())
    except ValueError as error:
        raise unusable(file, str(error)) from None


def read_text(file: Path) -> str:
    """``Trouble`` for a file that is not there, no text, or longer than any key or note."""
    try:
        with file.open("rb") as stream:
            data = stream.read(TEXT_MAX + 1)
        if len(data) > TEXT_MAX:
            raise ValueError("it is too long")
        return data.decode()
    except (OSError, ValueError) as error:
        raise unusable(file, str(error)) from None


def unusable(file: Path, why: str) -> Trouble:
    return Trouble(
        f"a key file cannot be used: {why}", where=str(file), remedy="Put the file back from a backup, or name another."
    )


def write_whole(file: Path, text: str, *, mode: int, newline: bool = True) -> None:
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


def lasting_folder(folder: Path, *, mode: int = 0o777) -> None:
    """Made with its parents where it is not there; a power cut does not take it away again with what lies in it."""
    if not folder.is_dir():
        lasting_folder(folder.parent)
        folder.mkdir(exist_ok=True, mode=mode)
        sync_folder(folder.parent)
