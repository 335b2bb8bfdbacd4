"""Every byte of a folder looked through for words, whatever they are packed in: encodings, archives, deflate, base64.

Letters that are drawn (a picture, glyphs of an embedded font) are not read here.
"""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import quote

INFLATED_MAX = 64 * 2**20
"""Bytes that one packed piece is unpacked to."""

DEPTH_MAX = 4
"""A document in a ZIP in a PDF in a ZIP."""

BASE64_MIN = 64
"""Characters; a shorter run is looked for as it stands, by ``forms``."""

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
_ZLIB = re.compile(rb"[\x18\x28\x38\x48\x58\x68\x78][\x01\x5e\x9c\xda]")
_GZIP = re.compile(rb"\x1f\x8b\x08")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{%d,}={0,2}" % BASE64_MIN)


def forms(word: str) -> set[bytes]:
    """How a word stands in a file: encoded, escaped, in base64 at any place, in hex."""
    found = {word.encode(encoding) for encoding in _ENCODINGS}
    found.add(json.dumps(word)[1:-1].encode())
    found.add(quote(word).encode())
    text = word.encode()
    found |= {text.hex().encode(), text.hex().upper().encode()}
    for before in range(3):  # bytes of a neighbour in the same group: what they change is left out
        packed = base64.b64encode(b"\0" * before + text)
        found.add(packed[-(-before * 8 // 6) : (before + len(text)) * 8 // 6])
    return found


def naming(folder: Path, words: Collection[str]) -> set[tuple[str, str]]:
    """Files, with their path and that of the piece within, and the words in them; names of files count too."""
    found = set()
    for file in sorted(folder.rglob("*")):
        name = str(file.relative_to(folder))
        found |= naming_in(name, name.encode(), words)
        if file.is_file():
            found |= naming_in(name, file.read_bytes(), words)
    return found


def naming_in(where: str, data: bytes, words: Collection[str]) -> set[tuple[str, str]]:
    wanted = {word: forms(word) for word in words}
    return {
        (place, word)
        for place, piece in unpacked(where, data)
        for word, spelt in wanted.items()
        if any(one in piece for one in spelt)
    }


def unpacked(where: str, data: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """The bytes themselves, and whatever is packed in them."""
    yield where, data
    if depth == DEPTH_MAX:
        return
    for name, inner in (*_zipped(data), *_deflated(data), *_in_base64(data)):
        yield from unpacked(f"{where}!{name}", inner, depth + 1)


def _zipped(data: bytes) -> Iterator[tuple[str, bytes]]:
    if not data.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _deflated(data: bytes) -> Iterator[tuple[str, bytes]]:
    """PDF streams, text and pixels of PNG, whatever else is in zlib's or gzip's wrapper, wherever it begins."""
    for pattern, wrapper in ((_ZLIB, zlib.MAX_WBITS), (_GZIP, zlib.MAX_WBITS | 16)):
        for start in pattern.finditer(data):
            inflater = zlib.decompressobj(wrapper)
            try:
                inner = inflater.decompress(data[start.start() :], INFLATED_MAX)
            except zlib.error:
                continue
            if inflater.eof:
                yield f"deflate@{start.start()}", inner


def _in_base64(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Labels' graphics (:Z64:, :B64:), pictures in a page."""
    for run in _BASE64.finditer(data):
        try:
            yield f"base64@{run.start()}", base64.b64decode(run[0] + b"=" * (-len(run[0]) % 4))
        except binascii.Error:
            continue
