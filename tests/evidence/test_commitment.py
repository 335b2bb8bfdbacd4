"""Commitments, spelled out as the format spells them."""

from __future__ import annotations

import hashlib

import pytest

from station.evidence.commitment import field_commitment, field_name_ok, medium_commitment, order_tag

SALT = bytes(range(32))


def test_field() -> None:
    """A field's commitment hashes prefix, name, salt and the canonical value."""
    assert field_commitment("phone", SALT, "000") == hashlib.sha256(b"sb1|phone|" + SALT + b'"000"').digest()


def test_medium() -> None:
    """A file's commitment hashes the salt and the raw hash of its bytes."""
    digest = hashlib.sha256(b"x").digest()
    assert medium_commitment(SALT, digest) == hashlib.sha256(b"sb1|media|" + SALT + digest).digest()


def test_tag() -> None:
    """An order's tag needs the salt, and does not depend on how its number was composed."""
    assert order_tag(SALT, "订单-1") == hashlib.sha256(b"tag|" + SALT + "订单-1".encode()).hexdigest()
    assert order_tag(SALT, "e\u0301") == order_tag(SALT, "\u00e9")


@pytest.mark.parametrize(("name", "ok"), [("phone", True), ("media", False), ("tag", False), ("A", False), ("", False)])
def test_names(name: str, ok: bool) -> None:
    """Names that would collide with another kind of commitment are not taken."""
    assert field_name_ok(name) is ok
