"""A small S3 on the loopback for tests: objects, multipart uploads, lists; in memory, in threads of its own.

It does what the real ones do and this program relies on: a body whose SHA-256 is not the signed one is refused. What a
test may make it do wrong stands in its fields.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

BUCKET = "evidence"


@dataclass(slots=True)
class StandIn:
    objects: dict[str, bytes] = field(default_factory=dict)
    uploads: dict[str, tuple[str, dict[int, bytes]]] = field(default_factory=dict)  # by id: key and parts
    received: int = 0  # bytes of bodies that arrived whole
    refuses: tuple[int, str] | None = None  # status and code for whatever would write
    rotten: bool = False  # the first bit of each body is stored wrong
    page: int = 1000  # parts in one list
    port: int = 0
    lock: Lock = field(default_factory=Lock)

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stored(self, name: str) -> bytes:
        return self.objects[f"{name[:2]}/{name}"]

    def flip(self, name: str) -> None:
        """One bit of a stored object, as a disk does it."""
        self.objects[f"{name[:2]}/{name}"] = flipped(self.stored(name))


def flipped(data: bytes) -> bytes:
    """One bit is another: always, for what is stored is as good as random and may end in anything."""
    return data[:-1] + bytes([data[-1] ^ 1])


@contextmanager
def serving() -> Iterator[StandIn]:
    store = StandIn()

    class Handler(_Handler):
        there = store

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    store.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield store
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    there: StandIn
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        return

    def handle(self) -> None:
        try:
            super().handle()
        except (ConnectionError, TimeoutError):
            return

    def do_PUT(self) -> None:
        key, query = self._asked()
        data = self._body()
        if data is None:
            return
        if self.there.refuses:
            self._fault(*self.there.refuses)
            return
        kept = bytes([data[0] ^ 1]) + data[1:] if self.there.rotten and data else data
        with self.there.lock:
            self.there.received += len(data)
            if "uploadId" not in query:
                self.there.objects[key] = kept
            elif query["uploadId"][0] in self.there.uploads:
                self.there.uploads[query["uploadId"][0]][1][int(query["partNumber"][0])] = kept
            else:
                self._fault(404, "NoSuchUpload")
                return
        self._answer(200, etag=hashlib.md5(data).hexdigest())

    def do_POST(self) -> None:
        key, query = self._asked()
        if self._body() is None:
            return
        with self.there.lock:
            if "uploads" in query:
                upload = f"upload-{len(self.there.uploads) + 1}-{self.there.received}"
                self.there.uploads[upload] = (key, {})
                self._answer(200, f"<InitiateMultipartUploadResult><UploadId>{upload}</UploadId>", end=True)
                return
            found = self.there.uploads.pop(query["uploadId"][0], None)
            if found is None:
                self._fault(404, "NoSuchUpload")
                return
            self.there.objects[key] = b"".join(data for _, data in sorted(found[1].items()))
        self._answer(200, "<CompleteMultipartUploadResult><ETag>x</ETag>", end=True)

    def do_GET(self) -> None:
        key, query = self._asked()
        if "uploads" in query:
            self._list_uploads(unquote(query.get("prefix", [""])[0]))
        elif "uploadId" in query:
            self._list_parts(query["uploadId"][0], int(query.get("part-number-marker", ["0"])[0]))
        elif key in self.there.objects:
            self._answer(200, self.there.objects[key])
        else:
            self._fault(404, "NoSuchKey")

    def do_HEAD(self) -> None:
        key, _ = self._asked()
        data = self.there.objects.get(key)
        self.send_response(404 if data is None else 200)
        self.send_header("Content-Length", str(len(data or b"")))
        self.end_headers()

    def do_DELETE(self) -> None:
        key, query = self._asked()
        if self.there.refuses:
            self._fault(*self.there.refuses)
            return
        with self.there.lock:
            if "uploadId" in query:
                self.there.uploads.pop(query["uploadId"][0], None)
            else:
                self.there.objects.pop(key, None)
        self._answer(204)

    def _asked(self) -> tuple[str, dict[str, list[str]]]:
        parts = urlsplit(self.path)
        bucket, _, key = unquote(parts.path).lstrip("/").partition("/")
        assert bucket == BUCKET
        return key, parse_qs(parts.query, keep_blank_values=True)

    def _body(self) -> bytes | None:
        """None, and refused, where it is not what was signed."""
        length = int(self.headers.get("Content-Length") or 0)
        data = self.rfile.read(length)
        if len(data) < length:
            self.close_connection = True
            return None
        if self.headers["x-amz-content-sha256"] != hashlib.sha256(data).hexdigest():
            self._fault(400, "XAmzContentSHA256Mismatch")
            return None
        return data

    def _list_uploads(self, prefix: str) -> None:
        with self.there.lock:
            rows = "".join(
                f"<Upload><Key>{escape(key)}</Key><UploadId>{upload}</UploadId></Upload>"
                for upload, (key, _) in self.there.uploads.items()
                if key.startswith(prefix)
            )
        self._answer(200, f"<ListMultipartUploadsResult>{rows}", end=True)

    def _list_parts(self, upload: str, after: int) -> None:
        with self.there.lock:
            parts = sorted(self.there.uploads[upload][1].items())
        later = [(number, data) for number, data in parts if number > after]
        shown = later[: self.there.page]
        rows = "".join(
            f"<Part><PartNumber>{number}</PartNumber><ETag>{hashlib.md5(data).hexdigest()}</ETag>"
            f"<Size>{len(data)}</Size></Part>"
            for number, data in shown
        )
        more = f"<IsTruncated>{str(len(later) > len(shown)).lower()}</IsTruncated>"
        following = f"<NextPartNumberMarker>{shown[-1][0] if shown else after}</NextPartNumberMarker>"
        self._answer(200, f"<ListPartsResult>{more}{following}{rows}", end=True)

    def _fault(self, status: int, code: str) -> None:
        self._answer(status, f"<Error><Code>{code}</Code><Message>no</Message></Error>")

    def _answer(self, status: int, body: str | bytes = b"", *, end: bool = False, etag: str = "") -> None:
        """``end`` closes the element that the body begins with."""
        if end and isinstance(body, str):
            body += f"</{body[1 : body.index('>')]}>"
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        if etag:
            self.send_header("ETag", f'"{etag}"')
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
