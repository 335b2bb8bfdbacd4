"""A time-stamp authority of one's own: certificates and answers by OpenSSL, behind an HTTP server on the loopback."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

OPENSSL = shutil.which("openssl") or "openssl"

_CONFIG = """
[req]
distinguished_name = dn
[dn]
[ca]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
[stamping]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = own
[own]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
digests = sha256
default_policy = 1.2.3.4.1
ess_cert_id_alg = sha256
tsa_name = no
"""


def openssl(*arguments: str | Path) -> bytes:
    done = subprocess.run([OPENSSL, *map(str, arguments)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@dataclass(frozen=True, slots=True)
class Authority:
    folder: Path

    @property
    def certificate(self) -> Path:
        """The root: what a bench is told to believe."""
        return self.folder / "ca.pem"

    def answer(self, query: bytes) -> bytes:
        (self.folder / "query.tsq").write_bytes(query)
        config, out = self.folder / "openssl.cnf", self.folder / "answer.tsr"
        openssl("ts", "-reply", "-config", config, "-queryfile", self.folder / "query.tsq", "-out", out)
        return out.read_bytes()


def authority(folder: Path, name: str = "Test authority") -> Authority:
    """Its own root and its own key; nothing of it outlives the folder."""
    folder.mkdir(parents=True)
    config = folder / "openssl.cnf"
    config.write_text(_CONFIG.format(folder=folder))
    (folder / "serial").write_text("01\n")
    new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-config", config)
    ca = ("-x509", "-extensions", "ca", "-days", "3650", "-subj", f"/CN={name} root")
    openssl("req", *new_key, *ca, "-keyout", folder / "ca.key", "-out", folder / "ca.pem")
    openssl("req", *new_key, "-subj", f"/CN={name}", "-keyout", folder / "tsa.key", "-out", folder / "tsa.csr")
    issuing = ("-CA", folder / "ca.pem", "-CAkey", folder / "ca.key", "-CAcreateserial", "-days", "3650")
    extensions = ("-extfile", config, "-extensions", "stamping")
    openssl("x509", "-req", "-in", folder / "tsa.csr", *issuing, *extensions, "-out", folder / "tsa.pem")
    return Authority(folder)


@dataclass(slots=True)
class Served:
    """What the server answers: the authority's word, or what a test puts in its place."""

    url: str
    status: int = 200
    body: bytes | None = None
    asked: int = 0


@contextmanager
def served(authority: Authority) -> Iterator[Served]:
    said = Served("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            said.asked += 1
            body = authority.answer(query) if said.body is None else said.body
            self.send_response(said.status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    said.url = f"http://127.0.0.1:{server.server_port}/tsa"
    try:
        yield said
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
