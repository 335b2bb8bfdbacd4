"""The ledger's root as people meet it: the first 80 bits, in 16 base32 characters, on paper and on screen. Pure."""

from __future__ import annotations

from base64 import b32encode, b64decode

BYTES = 10


def root_in_words(root: str) -> str:
    """16 characters A–Z, 2–7 of a base64 root."""
    return b32encode(b64decode(root)[:BYTES]).decode("ascii")
