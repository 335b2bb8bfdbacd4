"""Salted commitments: what stands in an entry for something personal, and says nothing without its salt. Pure.

Evidence format, version 1, section "Entry".
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from station.evidence.canonical import encode
from station.evidence.fact import JSON

SALT_SIZE = 32

_FIELD = re.compile(r"[a-z_]+")


def field_commitment(field: str, salt: bytes, value: JSON) -> bytes:
    return committed_bytes(field, salt, encode(value))


def committed_bytes(field: str, salt: bytes, canonical_value: bytes) -> bytes:
    assert len(salt) == SALT_SIZE
    return hashlib.sha256(b"sb1|" + field.encode() + b"|" + salt + canonical_value).digest()


def field_name_ok(field: str) -> bool:
    """``media`` and ``tag`` are taken: their hashes have the same prefix."""
    return _FIELD.fullmatch(field) is not None and field not in ("media", "tag")


def medium_commitment(salt: bytes, file_sha256: bytes) -> bytes:
    assert len(salt) == SALT_SIZE
    assert len(file_sha256) == 32
    return hashlib.sha256(b"sb1|media|" + salt + file_sha256).digest()


def order_tag(salt: bytes, order_no: str) -> str:
    """Ties a parcel's entries together; without the salt it cannot be tested against a guessed number."""
    assert len(salt) == SALT_SIZE
    return hashlib.sha256(b"tag|" + salt + unicodedata.normalize("NFC", order_no).encode()).hexdigest()
