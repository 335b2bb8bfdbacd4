"""Canonical JSON against rfc8785, and the strictness of its reader."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from station.evidence.canonical import INT_LIMIT, b64, encode, has_form, parse, unb64
from station.evidence.verify import canonical, parse_json

text = st.text(st.characters(exclude_categories=["Cs"])).map(lambda value: unicodedata.normalize("NFC", value))
values = st.recursive(
    st.none() | st.booleans() | st.integers(1 - INT_LIMIT, INT_LIMIT - 1) | text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_same_bytes_as_the_reference(value: Any) -> None:
    """Both our writers, the ledger's and the verifier's, give the bytes of rfc8785, and both readers take them back."""
    data = rfc8785.dumps(value)
    assert encode(value) == data == canonical(value)
    assert parse(data) == value == parse_json(data, "x")


def test_keys_sort_by_utf16() -> None:
    """Keys are in the order of their UTF-16 units, as RFC 8785 section 3.2.3 asks, not of their code points."""
    assert encode({"\uff21": 1, "\U0001f600": 2}) == '{"\U0001f600":2,"\uff21":1}'.encode()


def test_text_becomes_nfc() -> None:
    """Text is stored in one composition, whichever way it was typed."""
    assert encode({"e\u0301": "e\u0301"}) == '{"\u00e9":"\u00e9"}'.encode()


@pytest.mark.parametrize("value", [1.5, 2**53, {1, 2}, float("nan")])
def test_what_cannot_be_written(value: Any) -> None:
    """A float, a huge integer or a foreign type is a bug in the program."""
    with pytest.raises(AssertionError):
        encode(value)


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1,"a":1}',
        b'{"b":1,"a":1}',
        b'{"a": 1}',
        b"1.0",
        b"1e3",
        b"NaN",
        b"9007199254740992",
        b'"\\u0041"',
        '"e\u0301"'.encode(),
        b"\xff",
        b"[1",
        b"",
        b"[" * 5000 + b"]" * 5000,
        b'"\\ud800"',
        b"-0",
    ],
)
def test_what_is_not_read(data: bytes) -> None:
    """Anything but the one canonical spelling is refused with a ValueError."""
    with pytest.raises(ValueError):
        parse(data)


@pytest.mark.parametrize(
    ("value", "data", "has"),
    [
        ({"a": "b"}, b'{"a":"b"}', True),
        ({"a": "é"}, '{"a":"é"}'.encode(), True),
        ({"a": "c"}, b'{"a":"b"}', False),
        ({"a": "è"}, '{"a":"é"}'.encode(), False),
        ({"a": "e\u0301"}, '{"a":"e\u0301"}'.encode(), False),
        ({"b": 1, "a": 2}, b'{"b":1,"a":2}', False),
    ],
)
def test_the_form_of_what_was_read(value: Any, data: bytes, has: bool) -> None:
    """Bytes are the canonical ones of the value, in sorted order and in NFC, or they are not."""
    assert has_form(value, data) is has


@pytest.mark.parametrize("spelling", ["s2x=", "s2w", "s2w=\n", " s2w=", "s2-=", "é"])
def test_base64_has_one_spelling(spelling: str) -> None:
    """Stray bits, blanks, missing padding and other alphabets are refused."""
    assert unb64(b64(b"\xb3\x6c")) == b"\xb3\x6c"
    with pytest.raises(ValueError):
        unb64(spelling)


@pytest.mark.parametrize(
    "wrapped", [lambda value: value, lambda value: {"a": value}, lambda value: [value], lambda value: (value,)]
)
def test_at_any_depth(wrapped: Any) -> None:
    """Text is settled, keys are sorted by UTF-16 unit and large integers are a bug, however deep they lie."""
    inner = encode(wrapped("\0")).split(b'"\\u0000"')
    assert encode(wrapped("e\u0301")) == "é".encode().join((inner[0] + b'"', b'"' + inner[1]))
    keys = encode(wrapped({"\ue000": 1, "\U00010000": 2}))
    assert keys.index("\U00010000".encode()) < keys.index("\ue000".encode())
    for number in (INT_LIMIT, -INT_LIMIT):
        with pytest.raises(AssertionError, match="does not fit"):
            encode(wrapped(number))
