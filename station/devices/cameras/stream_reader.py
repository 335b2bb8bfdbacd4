"""A program of its own that reads one network camera and hands its pictures on; no Qt, and nothing is kept.

Opening a dead camera cannot be called off and a decoder may crash on a broken stream: both happen here, where a kill
ends them. What decodes RTSP is PyAV, which is only ever loaded in this process. The address comes on standard input,
not among the arguments, because it may hold a password; it is never written anywhere.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
import struct
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final
from urllib.parse import unquote, urlsplit

HEAD: Final = struct.Struct(">cIIII")  # kind, width, height, bytes a row, bytes that follow
RAW, JPEG, WORD = b"R", b"J", b"W"
OPEN_S: Final = 4.0
READ_S: Final = 3.0
PART_BYTES_MAX: Final = 16 * 1024 * 1024
LINE_MAX: Final = 1_000
HEADER_LINES_MAX: Final = 50


class NoStream(Exception):
    """Its text is one word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    url: str
    fps: int
    width: int
    height: int


def main() -> int:
    wish = Wish(**json.loads(sys.stdin.buffer.readline(10_000)))
    threading.Thread(target=_end_with_bench, daemon=True).start()
    out = sys.stdout.buffer
    try:
        read = _from_http if wish.url.startswith("http:") else _from_rtsp
        for kind, width, height, row, data in read(wish):
            out.write(HEAD.pack(kind, width, height, row, len(data)))
            out.write(data)
            out.flush()
    except NoStream as told:
        word = str(told).encode("ascii")
        out.write(HEAD.pack(WORD, 0, 0, 0, len(word)) + word)
        out.flush()
    except BrokenPipeError:
        return 1
    return 0


def _end_with_bench() -> None:
    """Standard input ends with the bench, however it ended."""
    sys.stdin.buffer.read(1)
    os._exit(0)


class _Pace:
    """No more pictures than are wanted; a camera may send many more."""

    def __init__(self, fps: int) -> None:
        self._step_s = 1 / fps
        self._next_s = 0.0

    def is_due(self) -> bool:
        now_s = time.monotonic()
        if now_s < self._next_s:
            return False
        self._next_s = max(self._next_s, now_s - self._step_s) + self._step_s
        return True


def _from_rtsp(wish: Wish) -> Iterator[tuple[bytes, int, int, int, bytes]]:
    try:
        import av
    except ImportError:
        raise NoStream("no_pyav") from None
    options = {"rtsp_transport": "tcp", "fflags": "nobuffer", "max_delay": "500000"}
    pace = _Pace(wish.fps)
    try:
        with av.open(wish.url, options=options, timeout=(OPEN_S, READ_S)) as container:
            if not container.streams.video:
                raise NoStream("no_video")
            for frame in container.decode(container.streams.video[0]):
                if pace.is_due():
                    width, height = _fitted(frame.width, frame.height, wish)
                    plane = frame.reformat(width=width, height=height, format="bgr0").planes[0]
                    yield RAW, width, height, plane.line_size, bytes(plane)
    except (av.error.FFmpegError, OSError) as error:
        raise NoStream(_word(error)) from None
    raise NoStream("lost")


def _fitted(width: int, height: int, wish: Wish) -> tuple[int, int]:
    part = min(wish.width / width, wish.height / height, 1.0)
    return max(int(width * part) & ~1, 2), max(int(height * part) & ~1, 2)


def _word(error: Exception) -> str:
    """By the exception's name: FFmpeg has one for each answer of a camera."""
    match type(error).__name__:
        case "HTTPUnauthorizedError" | "HTTPForbiddenError" | "PermissionError":
            return "no_login"
        case "HTTPNotFoundError" | "HTTPBadRequestError" | "HTTPClientError":
            return "no_video"
        case "ConnectionRefusedError":
            return "refused"
        case "InvalidDataError" | "ProtocolNotFoundError" | "DecoderNotFoundError":
            return "not_understood"
        case "ExitError" | "TimeoutError" | "ConnectionResetError" | "EOFError":
            return "silent"
        case _:
            return "unreachable"


def _from_http(wish: Wish) -> Iterator[tuple[bytes, int, int, int, bytes]]:
    """A camera that sends JPEG after JPEG (``multipart/x-mixed-replace``), as many cheap ones and phones do."""
    pace = _Pace(wish.fps)
    try:
        with _answer(wish.url) as stream:
            while True:
                jpeg = _part(stream)
                if pace.is_due():
                    yield JPEG, 0, 0, 0, jpeg
    except BrokenPipeError:
        raise
    except ConnectionRefusedError:
        raise NoStream("refused") from None
    except TimeoutError:
        raise NoStream("silent") from None
    except (OSError, http.client.HTTPException):
        raise NoStream("unreachable") from None


def _answer(url: str) -> http.client.HTTPResponse:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port or 80, timeout=READ_S)
    headers = {}
    if parts.username is not None:
        who = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
        headers["Authorization"] = f"Basic {base64.b64encode(who).decode('ascii')}"
    connection.request("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), headers=headers)
    answer = connection.getresponse()
    if answer.status in (401, 403):
        raise NoStream("no_login")
    if answer.status != 200 or not answer.headers.get_content_type() == "multipart/x-mixed-replace":
        raise NoStream("no_video")
    return answer


def _part(stream: BinaryIO | http.client.HTTPResponse) -> bytes:
    """The next picture of the answer; every part says how long it is."""
    length = 0
    for _ in range(HEADER_LINES_MAX):
        line = stream.readline(LINE_MAX)
        if not line:
            raise NoStream("lost")
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            length = int(value)
        if not line.strip() and length:
            break
    if not 0 < length <= PART_BYTES_MAX:
        raise NoStream("not_understood")
    jpeg = stream.read(length)
    if len(jpeg) < length:
        raise NoStream("lost")
    return jpeg


if __name__ == "__main__":
    raise SystemExit(main())
