"""The verifier's own Ed25519: strict where others are lenient."""

from __future__ import annotations

import pytest

from station.evidence import verify

# RFC 8032, section 7.1, tests 1 to 3; then what a lenient verifier would take.
RFC8032 = (
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
)  # fmt: skip


@pytest.mark.parametrize(("public", "message", "signature"), RFC8032)
def test_ed25519(public: str, message: str, signature: str) -> None:
    """The published signatures hold; S + L, another message and flipped bits do not."""
    key, text, signed = bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signature)
    assert verify.signature_ok(key, signed, text)
    assert not verify.signature_ok(key, signed, text + b"x")
    assert not verify.signature_ok(key, signed[:-1], text)
    larger = int.from_bytes(signed[32:], "little") + verify.L
    assert not verify.signature_ok(key, signed[:32] + larger.to_bytes(32, "little"), text)
    for at in range(0, 64, 5):
        flipped = bytearray(signed)
        flipped[at] ^= 4
        assert not verify.signature_ok(key, bytes(flipped), text)


@pytest.mark.parametrize(
    "public",
    [
        b"\x01" + bytes(31),  # the neutral element: it would sign anything
        bytes(32),  # of order four
        (verify.P + 1).to_bytes(32, "little"),  # not canonical
        b"\x01" + bytes(30) + b"\x80",  # minus zero
        b"\xff" * 32,
        b"\x02" + bytes(31),  # not on the curve
        b"short",
    ],
)
def test_bad_keys(public: bytes) -> None:
    """Keys of small order, in a second spelling or off the curve verify nothing."""
    assert not verify.signature_ok(public, b"\x01" + bytes(63), b"anything")
