"""One entry: how facts become chained headers, and how a stored header is read again. Pure.

The bytes of a header are stored exactly as hashed (evidence format, version 1, section "Entry").
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import msgspec

from station.evidence.canonical import b64, encode
from station.evidence.commitment import SALT_SIZE, committed_bytes, field_name_ok, medium_commitment
from station.evidence.fact import JSON, Fact, Medium
from station.evidence.merkle import Frontier, Kept, leaf_hash
from station.packing.inputs import Instant

HEADER_MAX = 8 * 2**20
"""Bytes. The longest is a seal's, 80 bytes for each entry of its parcel."""

JUMP_US = 2_000_000
"""Wall and monotonic clock may drift apart by this much between two entries before it is a fact of its own."""

NO_PREV = "0" * 64

RandomBytes: TypeAlias = Callable[[int], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """Where a log ends: all that the next entry depends on."""

    frontier: Frontier = field(default_factory=Frontier)
    leaf: bytes | None = None
    at: Instant | None = None
    boot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """Salt and value behind a commitment of a field; ``value`` is canonical JSON."""

    field: str
    salt: bytes
    value: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretMedium:
    index: int
    salt: bytes
    sha256: bytes
    path: str
    key: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """An entry that is ready to be written, and the log's end after it."""

    seq: int
    kind: str
    tag: str
    header: bytes
    leaf: bytes
    secrets: tuple[Secret, ...]
    media: tuple[SecretMedium, ...]
    kept: tuple[Kept, ...]
    tip: Tip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What all entries of one append have in common."""

    log: str
    at: Instant
    boot: str
    by: str
    build: str


def draft(tip: Tip, fact: Fact, stamp: Stamp, tag: str, random_bytes: RandomBytes) -> Drafted:
    seq = tip.frontier.size
    secrets = tuple(_secret(name, value, random_bytes) for name, value in fact.com.items())
    media = tuple(_secret_medium(i, medium, random_bytes) for i, medium in enumerate(fact.media))
    header = encode(
        {
            "v": 1,
            "log": stamp.log,
            "seq": seq,
            "prev": NO_PREV if tip.leaf is None else tip.leaf.hex(),
            "kind": fact.kind,
            "tag": tag,
            "wall_us": stamp.at.wall_us,
            "mono_us": stamp.at.mono_us,
            "boot": stamp.boot,
            "by": stamp.by,
            "build": stamp.build,
            "pub": fact.pub,
            "com": {s.field: b64(committed_bytes(s.field, s.salt, s.value)) for s in secrets},
            "media": [_listed(medium, secret) for medium, secret in zip(fact.media, media, strict=True)],
        }
    )
    assert len(header) <= HEADER_MAX, "an entry is too long"
    leaf = leaf_hash(header)
    frontier, kept = tip.frontier.append(leaf)
    after = Tip(frontier=frontier, leaf=leaf, at=stamp.at, boot=stamp.boot)
    return Drafted(
        seq=seq,
        kind=fact.kind,
        tag=tag,
        header=header,
        leaf=leaf,
        secrets=secrets,
        media=media,
        kept=kept,
        tip=after,
    )


def _secret(name: str, value: JSON, random_bytes: RandomBytes) -> Secret:
    assert field_name_ok(name), f"{name!r} cannot be committed to"
    return Secret(field=name, salt=random_bytes(SALT_SIZE), value=encode(value))


def _secret_medium(index: int, medium: Medium, random_bytes: RandomBytes) -> SecretMedium:
    salt = random_bytes(SALT_SIZE)
    sha256 = bytes.fromhex(medium.sha256)
    return SecretMedium(index=index, salt=salt, sha256=sha256, path=medium.path, key=medium.key)


def _listed(medium: Medium, secret: SecretMedium) -> dict[str, JSON]:
    commitment = b64(medium_commitment(secret.salt, secret.sha256))
    return {
        "com": commitment,
        "size": medium.size,
        "mime": medium.mime,
        "role": medium.role,
        "at_ms": medium.at_ms,
    }


def clock_jump(tip: Tip, now: Instant, boot: str) -> Fact | None:
    """The fact that the clocks disagree: the wall clock went back, or left the monotonic one within a boot."""
    if tip.at is None:
        return None
    wall = now.wall_us - tip.at.wall_us
    same_boot = boot == tip.boot
    jumped = same_boot and abs(wall - (now.mono_us - tip.at.mono_us)) > JUMP_US
    if wall >= 0 and not jumped:
        return None
    pub: dict[str, JSON] = {"wall_before_us": tip.at.wall_us, "wall_us": now.wall_us, "same_boot": same_boot}
    if same_boot:
        pub |= {"mono_before_us": tip.at.mono_us, "mono_us": now.mono_us}
    return Fact(kind="ClockJumped", pub=pub)


def with_entries(seal: Fact, listed: Sequence[tuple[str, int, bytes]]) -> Fact:
    """The seal names every entry of its parcel, so that none can be missing later."""
    return replace(seal, pub={**seal.pub, "entries": [[log, seq, leaf.hex()] for log, seq, leaf in listed]})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A recorded entry. Its personal values are there unless they were erased."""

    seq: int
    kind: str
    header: bytes
    leaf: bytes
    order_no: str | None
    secrets: tuple[Secret, ...]
    media: tuple[SecretMedium, ...]

    def parsed(self) -> Mapping[str, Any]:
        """The header's fields. ``ValueError`` when the stored bytes are damaged."""
        return _fields(self.header)

    def fact(self) -> Fact:
        """What was recorded, for replay; a seal's ``pub`` has ``entries`` beside what was handed in."""
        fields = self.parsed()
        com = {secret.field: msgspec.json.decode(secret.value) for secret in self.secrets}
        listed = fields["media"]
        media = tuple(_recorded(listed[secret.index], secret) for secret in self.media)
        return Fact(kind=fields["kind"], pub=fields["pub"], com=com, media=media)


def _fields(header: bytes) -> dict[str, Any]:
    try:
        fields = msgspec.json.decode(header)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(f"the header is no JSON: {error}") from None
    if not isinstance(fields, dict):
        raise ValueError("the header is no JSON object")
    return fields


def values_hold(entry: Entry) -> bool:
    """Whether every value and every file that is stored with it is one that it commits to."""
    fields = entry.parsed()
    return not (false_values(entry, fields["com"]) or false_files(entry, fields["media"]))


def false_values(entry: Entry, com: Mapping[str, Any]) -> list[str]:
    """Fields whose stored value is not the one that ``com`` commits to."""
    return [
        secret.field
        for secret in entry.secrets
        if len(secret.salt) != SALT_SIZE
        or b64(committed_bytes(secret.field, secret.salt, secret.value)) != com.get(secret.field)
    ]


def false_files(entry: Entry, listed: Sequence[Mapping[str, Any]]) -> list[int]:
    """Places of files that are stored otherwise than ``listed``, or not listed at all."""
    return [
        medium.index
        for medium in entry.media
        if not 0 <= medium.index < len(listed)
        or (len(medium.salt), len(medium.sha256)) != (SALT_SIZE, 32)
        or b64(medium_commitment(medium.salt, medium.sha256)) != listed[medium.index]["com"]
    ]


def _recorded(listed: Mapping[str, Any], secret: SecretMedium) -> Medium:
    return Medium(
        sha256=secret.sha256.hex(),
        size=listed["size"],
        mime=listed["mime"],
        role=listed["role"],
        at_ms=listed["at_ms"],
        path=secret.path,
        key=secret.key,
    )


def read_tip(frontier: Frontier, header: bytes, leaf: bytes) -> Tip:
    """The log's end from its last stored entry; ``ValueError`` when the entry does not have its own hash."""
    if hashlib.sha256(b"\x00" + header).digest() != leaf:
        raise ValueError("the last entry is not what was recorded")
    fields = _fields(header)
    at = Instant(wall_us=fields["wall_us"], mono_us=fields["mono_us"])
    return Tip(frontier=frontier, leaf=leaf, at=at, boot=fields["boot"])
