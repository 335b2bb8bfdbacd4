"""Signed notes against the reference implementation's own example, and the strictness of their reader."""

from __future__ import annotations

import base64

import pytest

from station.evidence.checkpoint import Checkpoint, VerifierKey, open_note, parse_checkpoint, parse_vkey
from station.evidence.keys import signature_ok, signing_key
from station.evidence.verify import BundleError
from station.evidence.verify import open_note as strict_open_note
from station.evidence.verify import parse_vkey as strict_parse_vkey

# The key pair and note of golang.org/x/mod/sumdb/note, which c2sp.org/signed-note describes.
VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SEED = base64.b64decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1:]
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
SIGNATURE = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
NOTE = f"{TEXT}\n— PeterNeumann {SIGNATURE}\n"
KEY = parse_vkey(VKEY)


def test_the_reference_note_is_signed_byte_for_byte() -> None:
    """The same seed and text give the very note of the reference implementation."""
    key = signing_key("PeterNeumann", SEED)
    assert key.public.text() == VKEY
    assert key.note(TEXT) == NOTE


def test_the_reference_note_opens() -> None:
    """Both readers, the program's and the verifier's, take the reference note."""
    assert open_note(NOTE, KEY, signature_ok) == TEXT
    assert strict_open_note(NOTE.encode(), strict_parse_vkey(VKEY, "key"), "note") == TEXT


def test_lines_of_unknown_keys_are_ignored() -> None:
    """A second signature by another key does no harm."""
    other = signing_key("other.example", bytes(32)).note(TEXT).rsplit("\n\n", 1)[1]
    assert open_note(NOTE + other, KEY, signature_ok) == TEXT


@pytest.mark.parametrize(
    "note",
    [
        NOTE.replace("cryptography", "cryptographY"),
        NOTE.replace("x08go", "x08gp"),
        NOTE.replace("AM=\n", "AN=\n"),
        NOTE[:-1],
        NOTE.replace("\n\n", "\n"),
        NOTE.replace("— ", "- "),
        NOTE.replace("PeterNeumann", "PeterNewmann"),
        NOTE.replace("think", "thi\tnk"),
        NOTE + f"— PeterNeumann {SIGNATURE}\n".replace("x08go/Z", "x08go/Y"),
        NOTE + f"— a {SIGNATURE}\n" * 16,
        "",
    ],
)
def test_a_note_is_read_strictly(note: str) -> None:
    """A changed text, signature or form is refused by both readers."""
    with pytest.raises(ValueError):
        open_note(note, KEY, signature_ok)
    with pytest.raises(BundleError):
        strict_open_note(note.encode(), strict_parse_vkey(VKEY, "key"), "note")


@pytest.mark.parametrize("cut", range(len(VKEY)))
def test_a_mangled_key_is_refused(cut: int) -> None:
    """No key with one character changed is taken for one."""
    mangled = VKEY[:cut] + chr(ord(VKEY[cut]) + 1) + VKEY[cut + 1 :]
    with pytest.raises(ValueError):
        parse_vkey(mangled)
    with pytest.raises(BundleError):
        strict_parse_vkey(mangled, "key")


def test_checkpoint_text() -> None:
    """A checkpoint is three lines, as c2sp.org/tlog-checkpoint has them, and comes back from them."""
    checkpoint = Checkpoint("acme/B01/1", 4970, bytes(32))
    assert checkpoint.text() == f"acme/B01/1\n4970\n{'A' * 43}=\n"
    assert parse_checkpoint(checkpoint.text()) == checkpoint


@pytest.mark.parametrize("size", ["007", "-1", "+1", "", "1 ", "٣", "1" * 17])
def test_checkpoint_sizes(size: str) -> None:
    """A size has one spelling."""
    with pytest.raises(ValueError):
        parse_checkpoint(f"acme/B01/1\n{size}\n{'A' * 43}=\n")


@pytest.mark.parametrize(
    "text", ["a\n1\nAAAA\n", "a\n1\n", "\n1\n" + "A" * 43 + "=\n", "a\n1\n" + "A" * 43 + "=\nmore\n"]
)
def test_checkpoint_form(text: str) -> None:
    """A short root, a missing or an extra line is refused."""
    with pytest.raises(ValueError):
        parse_checkpoint(text)


def test_fingerprint() -> None:
    """The fingerprint is of the key alone, so that it does not change with the name."""
    assert VerifierKey("a", bytes(32)).fingerprint() == VerifierKey("b", bytes(32)).fingerprint()
