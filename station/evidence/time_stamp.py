"""RFC 3161: a request for a time stamp over a checkpoint's text, and the check of what an authority answered.

No network. Read by ``rfc3161-client``, the optional extra ``timestamp``, which is strict about DER: what it cannot read
is refused.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography import x509

from station.errors import SettingsTrouble, Trouble

AUTHORITIES = "timestamp-authorities.pem"
"""In the folder of keys: certificates of the authorities that this bench believes, and no other."""

PEM_MAX = 256 * 1024
TOKEN_MAX = 64 * 1024
"""Bytes. Tokens with their certificates have two to eight thousand."""

GRANTED = 0


@dataclass(frozen=True, slots=True)
class Query:
    """``text`` is what is stamped; ``der`` the request, with a nonce of its own."""

    text: bytes
    der: bytes
    nonce: int


def query(text: bytes) -> Query:
    """Asks for the authority's certificate too, so that the token can be checked without finding it elsewhere."""
    rfc3161 = _library()
    builder = rfc3161.TimestampRequestBuilder().data(text).hash_algorithm(rfc3161.HashAlgorithm.SHA256)
    made = builder.cert_request(cert_request=True).nonce(nonce=True).build()
    return Query(text, made.as_bytes(), made.nonce)


def checked(answer: bytes, asked: Query, roots: Sequence[x509.Certificate]) -> int:
    """When the authority says the text was there (seconds, UTC).

    Status, nonce, imprint, signature, the certificate's purpose, and that it leads to one of ``roots`` at that time.

    Raises:
        ValueError: one of them is wrong.
    """
    rfc3161 = _library()
    if len(answer) > TOKEN_MAX:
        raise ValueError("the answer is too long")
    response = rfc3161.decode_timestamp_response(answer)
    if response.status != GRANTED:
        raise ValueError(f"the authority refused: {' '.join(response.status_string) or f'status {response.status}'}")
    verifier = rfc3161.VerifierBuilder(roots=list(roots), nonce=asked.nonce).build()
    try:
        verifier.verify_message(response, asked.text)
    except rfc3161.VerificationError as error:
        raise ValueError(str(error)) from None
    return int(response.tst_info.gen_time.timestamp())


def believed(keys: Path) -> list[x509.Certificate]:
    """The certificates in the home's file. ``SettingsTrouble`` when there is none to believe."""
    file = keys / AUTHORITIES
    try:
        with file.open("rb") as stream:
            return x509.load_pem_x509_certificates(stream.read(PEM_MAX))
    except (OSError, ValueError) as error:
        raise SettingsTrouble(
            f"the time-stamp authorities' certificates cannot be read: {error}",
            where=str(file),
            remedy="Put the certificates that the authorities publish into this file, in PEM form.",
        ) from None


def _library() -> Any:
    try:
        return importlib.import_module("rfc3161_client")
    except ImportError:
        raise Trouble(
            "time stamps need an extra part of the program", remedy='Run: pip install "sealbench[timestamp]".'
        ) from None
