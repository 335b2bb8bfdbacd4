"""Signed notes against the reference implementation's own example, and the strictness of their reader."""

from __future__ import annotations

import base64

import pytest

from station.evidence.checkpoint import (
    COSIGNATURE,
    Checkpoint,
    VerifierKey,
    open_note,
    parse_checkpoint,
    parse_vkey,
    signature_in,
)
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


def _believed(_public: bytes, _signature: bytes, _message: bytes) -> bool:
    return True


LINE = NOTE.rsplit("\n\n", 1)[1]
RAW = base64.b64decode(SIGNATURE)


@pytest.mark.parametrize(
    ("note", "why"),
    [
        (LINE, "not a signed note"),
        (NOTE[:-1], "not a signed note"),
        (NOTE.replace("cryptography", "crypto\x07graphy"), "not a signed note"),
        (NOTE.replace("your problem,", "your problem,\r"), "not a signed note"),
        (NOTE + "— other\n", "malformed"),
        (NOTE + "— other AAAAAAA= more\n", "malformed"),
        (NOTE + "— a+b AAAAAAA=\n", "malformed"),
        (NOTE + "- other AAAAAAA=\n", "malformed"),
        (NOTE + "— other AAAAAA==\n", "too short"),
        (NOTE + "— other AAAAAAA=\n" * 16, "more than 16"),
        (NOTE.replace(SIGNATURE, base64.b64encode(RAW[:-1]).decode()), "false"),
        (NOTE.replace("— PeterNeumann", "— Another"), "not signed by PeterNeumann"),
    ],
)
def test_the_form_is_refused_whatever_the_signature(note: str, why: str) -> None:
    """Each fault of form is named, also where the signature would hold."""
    with pytest.raises(ValueError, match=why):
        open_note(note, KEY, _believed)


@pytest.mark.parametrize("more", ["— other AAAAAAA=\n", "— other AAAAAAA=\n" * 15])
def test_as_much_as_a_note_may_have(more: str) -> None:
    """Sixteen signatures, and one of a single byte behind its key's id, are taken."""
    assert open_note(NOTE + more, KEY, signature_ok) == TEXT


def test_the_shortest_text() -> None:
    """A note of one empty line is one."""
    key = signing_key("PeterNeumann", SEED)
    assert open_note(key.note("\n"), KEY, signature_ok) == "\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("PeterNeumann+c74f20a3", "not a verifier key"),
        (VerifierKey("Peter Neumann", KEY.public).text(), "not a verifier key"),
        (VerifierKey("", KEY.public).text(), "not a verifier key"),
        (VerifierKey("PeterNeumann", KEY.public[:-1]).text(), "not an Ed25519"),
        (VerifierKey("PeterNeumann", KEY.public, COSIGNATURE).text(), "not an Ed25519"),
    ],
)
def test_a_key_of_another_form(text: str, why: str) -> None:
    """Well formed in itself, and of no name, no length or no type that is taken here."""
    with pytest.raises(ValueError, match=why):
        parse_vkey(text)


def test_a_single_line() -> None:
    """A line is the key's where both name and id are."""
    assert signature_in(LINE[:-1], KEY) == RAW[4:]
    for line in (LINE[:-1].replace("PeterNeumann", "Another"), f"— PeterNeumann {'A' * 88}"):
        with pytest.raises(ValueError, match="not signed by"):
            signature_in(line, KEY)


def test_nothing_stands_behind_the_root() -> None:
    """Not even the beginning of a line."""
    with pytest.raises(ValueError, match="not a checkpoint"):
        parse_checkpoint(Checkpoint("acme/B01/1", 7, bytes(32)).text() + "x")
