"""Asking time-stamp authorities over HTTP(S), each for the checkpoint that it is best asked for.

Never in the bench's thread. What an authority answered becomes an entry that the bench's own thread writes.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

from station.clock import Clock
from station.errors import Trouble
from station.evidence.anchor_reading import LOOK, newest_of
from station.evidence.anchors import ANCHOR, COSIGNED, STAMPED, Received, TimeStamp, fact_of
from station.evidence.checkpoint import Checkpoint, parse_checkpoint
from station.evidence.ledger_reading import LedgerReader
from station.evidence.time_stamp import TOKEN_MAX, believed, checked, query
from station.handing import OwedFact

STEP_S = 4
"""Without a byte for so long, an authority is taken for gone."""

WHOLE_S = 8
"""After that it is given up even when it still sends."""

FRESH_S = 120
"""A checkpoint that a witness cosigned so recently is stamped rather than the newest: a bundle can then show both."""

BACK = 512


def due(reader: LedgerReader, authority: str, *, now_s: int) -> Checkpoint | None:
    """What this authority is to stamp; None when nothing but anchors was recorded since it did so last."""
    found = newest_of(reader, back=BACK, limit=LOOK)
    stamped = max((one.size for one in found if _by(one, STAMPED, host(authority))), default=0)
    other = reader.first_other(ANCHOR, stamped)
    newest = reader.latest_checkpoint()
    if other is None or newest is None or newest.size <= other:
        return None
    for one in found:
        if one.anchor.kind == COSIGNED and one.anchor.at_s >= now_s - FRESH_S and one.size > other:
            return one.anchor.checkpoint
    return parse_checkpoint(newest.note[: newest.note.index("\n\n") + 1])


def _by(one: Received, kind: str, name: str) -> bool:
    return one.anchor.kind == kind and one.anchor.by == name


def host(authority: str) -> str:
    """How an authority is called in entries and bundles."""
    parts = urlsplit(authority)
    return parts.hostname if parts.hostname and parts.port is None else parts.netloc


def stamp(checkpoint: Checkpoint, authority: str, keys: Path, clock: Clock) -> OwedFact:
    """
    Raises:
        Trouble: the authority does not answer, or its answer does not hold.
    """
    roots = believed(keys)
    asked = query(checkpoint.text().encode())
    answer = post(authority, asked.der, clock)
    try:
        at_s = checked(answer, asked, roots)
    except ValueError as error:
        raise _refused(authority, f"its time stamp does not hold: {error}") from None
    anchor = TimeStamp(by=host(authority), checkpoint=checkpoint, at_s=at_s, token=answer)
    return OwedFact(key=(checkpoint.size, STAMPED, anchor.by), fact=fact_of(anchor), order_no=None)


def post(authority: str, der: bytes, clock: Clock) -> bytes:
    """The body of the authority's answer, within ``WHOLE_S``; no other address is followed to."""
    end_us = clock.now().mono_us + WHOLE_S * 1_000_000
    try:
        with closing(_connection(authority)) as connection:
            connection.request("POST", _path(authority), body=der, headers=_HEADERS)
            response = connection.getresponse()
            if response.status != HTTPStatus.OK:
                raise ValueError(f"it answers {response.status} {response.reason}")
            return _body(response.read1, lambda: clock.now().mono_us > end_us)
    except (OSError, HTTPException, ValueError) as error:
        raise _refused(authority, str(error) or type(error).__name__) from None


def _connection(authority: str) -> HTTPConnection:
    parts = urlsplit(authority)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    return kind(parts.hostname or "", parts.port, timeout=STEP_S)


def _path(authority: str) -> str:
    parts = urlsplit(authority)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


_HEADERS = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


def _body(read: Callable[[int], bytes], late: Callable[[], bool]) -> bytes:
    body = b""
    while piece := read(TOKEN_MAX):
        body += piece
        if late():
            raise ValueError("it is too slow")
        if len(body) > TOKEN_MAX:
            raise ValueError("it sends more than a time stamp")
    return body


def _refused(authority: str, what: str) -> Trouble:
    return Trouble(
        f"the time-stamp authority gave no time stamp: {what}",
        where=authority,
        remedy="Check its address in bench.toml under [evidence], and the network; it is asked again by itself.",
    )
