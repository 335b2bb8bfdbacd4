"""IPP messages: the few requests a label needs, and what a printer answers. Pure: values to bytes, bytes to values.

RFC 8010 (encoding), RFC 8011 (operations, printer-state, job-state), PWG 5100.9 (printer-state-reasons).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from station.devices.dialect import PrinterStatus, told

ANSWER_BYTES_MAX = 1_000_000
VERSION: Final = b"\x01\x01"
END_OF_GROUPS = 0x03


class Operation(IntEnum):
    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B


class Tag(IntEnum):
    OPERATION = 0x01
    INTEGER = 0x21
    ENUM = 0x23
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


class IppError(ValueError):
    """The bytes are no answer of IPP."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Integers and texts by attribute; of several groups the last one's word counts."""

    code: int
    attributes: Mapping[str, tuple[int | str, ...]]

    @property
    def is_ok(self) -> bool:
        return self.code < 0x0100

    def number(self, name: str) -> int | None:
        first = next(iter(self.attributes.get(name, ())), None)
        return first if isinstance(first, int) else None

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(value for value in self.attributes.get(name, ()) if isinstance(value, str))


def request(operation: Operation, number: int, *attributes: tuple[Tag, str, str | int | tuple[str, ...]]) -> bytes:
    """A request without its document. Charset and language go first, as RFC 8011 4.1.4 wants it."""
    head = VERSION + struct.pack(">HI", operation, number) + bytes([Tag.OPERATION])
    usual = (
        (Tag.CHARSET, "attributes-charset", "utf-8"),
        (Tag.LANGUAGE, "attributes-natural-language", "en"),
    )
    return head + b"".join(_attribute(*one) for one in (*usual, *attributes)) + bytes([END_OF_GROUPS])


def printer_question(uri: str, number: int) -> bytes:
    wanted = ("printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "queued-job-count")
    return request(
        Operation.GET_PRINTER_ATTRIBUTES,
        number,
        (Tag.URI, "printer-uri", uri),
        (Tag.NAME, "requesting-user-name", USER),
        (Tag.KEYWORD, "requested-attributes", wanted),
    )


def print_job(uri: str, number: int, *, job: str, document_format: str) -> bytes:
    """The document's bytes follow."""
    return request(
        Operation.PRINT_JOB,
        number,
        (Tag.URI, "printer-uri", uri),
        (Tag.NAME, "requesting-user-name", USER),
        (Tag.NAME, "job-name", job[:255]),
        (Tag.MIME, "document-format", document_format),
    )


def job_question(uri: str, number: int, job_id: int) -> bytes:
    return request(
        Operation.GET_JOB_ATTRIBUTES,
        number,
        (Tag.URI, "printer-uri", uri),
        (Tag.INTEGER, "job-id", job_id),
        (Tag.NAME, "requesting-user-name", USER),
        (Tag.KEYWORD, "requested-attributes", ("job-state", "job-state-reasons")),
    )


USER: Final = "sealbench"


def _attribute(tag: Tag, name: str, value: str | int | tuple[str, ...]) -> bytes:
    values = value if isinstance(value, tuple) else (value,)
    names = (name, *("" for _ in values[1:]))  # a nameless attribute is one more value of the last
    return b"".join(_one(tag, name, value) for name, value in zip(names, values, strict=True))


def _one(tag: Tag, name: str, value: str | int) -> bytes:
    raw = struct.pack(">i", value) if isinstance(value, int) else value.encode()
    return b"%c%b%b%b%b" % (tag, struct.pack(">H", len(name)), name.encode(), struct.pack(">H", len(raw)), raw)


def read(data: bytes) -> Answer:
    """The answer in ``data``; IppError when it is none, or not whole."""
    try:
        _, code, _ = struct.unpack_from(">2sHI", data)
        return Answer(code=code, attributes=_attributes(data, 8))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise IppError("the answer is cut or no IPP") from error


def _attributes(data: bytes, at: int) -> dict[str, tuple[int | str, ...]]:
    found: dict[str, tuple[int | str, ...]] = {}
    name = ""
    while (tag := data[at]) != END_OF_GROUPS:
        at += 1
        if tag < 0x10:  # a new group
            continue
        given, at = _text(data, at)
        value, at = _text(data, at)
        if given:
            name = given.decode()
            found[name] = ()
        found[name] = (*found.get(name, ()), *_value(tag, value))
    return found


def _text(data: bytes, at: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", data, at)
    end = at + 2 + length
    if end > len(data):
        raise IndexError
    return data[at + 2 : end], end


def _value(tag: int, value: bytes) -> tuple[int | str, ...]:
    """Integers, enumerations, booleans and texts; whatever else a printer tells is not needed."""
    if tag in (0x21, 0x23):
        return (struct.unpack(">i", value)[0],)
    if tag == 0x22:
        return (value[0],)
    return (value.decode(),) if 0x40 <= tag < 0x60 else ()


class JobState(IntEnum):
    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


PRINTER_STOPPED = 5
REASONS: Final = (
    ("media-empty", "paper_out"),
    ("media-needed", "paper_out"),
    ("media-jam", "paper_jam"),
    ("media-low", "paper_low"),
    ("cover-open", "cover_open"),
    ("door-open", "cover_open"),
    ("interlock-open", "cover_open"),
    ("paused", "paused"),
    ("moving-to-paused", "paused"),
    ("marker-supply-empty", "ribbon_out"),
    ("toner-empty", "ribbon_out"),
    ("fuser-over-temp", "hot"),
    ("offline", "offline"),
    ("connecting-to-device", "offline"),
    ("timed-out", "offline"),
    ("shutdown", "offline"),
    ("stopped-partly", "error"),
    ("spool-area-full", "buffer_full"),
)


def status(answer: Answer) -> PrinterStatus:
    """``printer-state`` and its reasons as the one model. Without a state there is nothing to be ready by."""
    state = answer.number("printer-state")
    if not answer.is_ok or state is None:
        return told("unknown")
    reasons = answer.words("printer-state-reasons")
    words = {_word(reason) for reason in reasons} - {""}
    if state == PRINTER_STOPPED and not words - {"paper_low"}:
        words.add("paused")
    if answer.number("printer-is-accepting-jobs") == 0:
        words.add("not_accepting")
    if words - {"paper_low"}:
        return told(*words)
    return told("ready", *words, waiting=max(answer.number("queued-job-count") or 0, 0))


def _word(reason: str) -> str:
    """Reports and warnings do not stop a printer, but for low paper; an unknown error is an error all the same."""
    bare = reason.removesuffix("-error").removesuffix("-warning").removesuffix("-report")
    known = next((word for name, word in REASONS if bare.startswith(name)), "")
    if reason.endswith(("-warning", "-report")):
        return known if known == "paper_low" else ""
    if known or reason == "none":
        return known
    return "error" if reason.endswith("-error") else ""
