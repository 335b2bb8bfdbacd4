"""A PostgreSQL of Debian's own that speaks TLS, with certificates made for the test: the wheel's server cannot.

Every certificate is of a made-up authority; what a test wants to be wrong, it has made wrong.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from station.clock import SystemClock

ADMIN_PASSWORD = "example"
ACCOUNT = "postgres"


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @classmethod
    def made(cls, name: str) -> Authority:
        key = ec.generate_private_key(ec.SECP256R1())
        return cls(certificate=_signed(name, key, name, key, days=(-2, 2), authority=True), key=key)

    def issue(self, folder: Path, name: str, *, days: tuple[int, int] = (-1, 1)) -> tuple[Path, Path]:
        """A certificate for a host or a user, valid between those days from now, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        issuer = self.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
        certificate = _signed(name, key, str(issuer), self.key, days=days)
        files = folder / f"{name}.crt", folder / f"{name}.key"
        files[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        text = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        files[1].write_bytes(key.private_bytes(*text))
        files[1].chmod(0o600)
        return files

    def root(self, folder: Path) -> Path:
        file = folder / "root.crt"
        file.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))
        return file


def _signed(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: str,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    days: tuple[int, int],
    authority: bool = False,
) -> x509.Certificate:
    now = datetime.fromtimestamp(SystemClock().now().wall_us / 1e6, UTC)
    host = x509.IPAddress(ip_address(name)) if name[0].isdigit() else x509.DNSName(name.replace(" ", "-"))
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([host]), critical=False)
        .sign(issuer_key, hashes.SHA256())
    )


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


@cache
def binaries() -> Path | None:
    """Of the newest PostgreSQL that Debian has put here."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TlsServer:
    """Takes a password from ``bench01`` and a certificate from ``bench02``, both only by TLS."""

    folder: Path
    port: int

    def serve(self, certificate: Path, key: Path, root: Path) -> None:
        """From the next connection on."""
        for source, name in ((certificate, "server.crt"), (key, "server.key"), (root, "clients.crt")):
            target = self.folder / "data" / name
            shutil.copy(source, target)
            target.chmod(0o600)
            _give(target)
        self.run("pg_ctl", "reload")

    def run(self, program: str, *words: str) -> None:
        folder = binaries()
        assert folder is not None
        data = self.folder / "data"
        subprocess.run(
            [*_as_account(), folder / program, "-D", data, *words], check=True, capture_output=True, cwd=self.folder
        )


@contextlib.contextmanager
def running() -> Iterator[TlsServer]:
    """A server without a certificate yet; skips where Debian has put none."""
    if binaries() is None:
        pytest.skip("no PostgreSQL server of the system's here: apt-get install postgresql")
    with TemporaryDirectory(prefix="sealbench-tls-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        server = TlsServer(folder=folder, port=_free_port())
        (folder / "data").mkdir(mode=0o700)
        _give(folder / "data")
        password = folder / "password"
        password.write_text(ADMIN_PASSWORD, "ascii")
        _give(password)
        server.run("initdb", "-U", "postgres", f"--pwfile={password}", "-A", "scram-sha-256", "--no-sync")
        _settle(server, Authority.made("nobody"))
        server.run("pg_ctl", "-w", "-l", str(folder / "data" / "log"), "start")
        try:
            yield server
        finally:
            server.run("pg_ctl", "-m", "immediate", "stop")


def _settle(server: TlsServer, nobody: Authority) -> None:
    data = server.folder / "data"
    settings = (
        f"port = {server.port}", "listen_addresses = '127.0.0.1'", f"unix_socket_directories = '{data}'",
        "fsync = off", "ssl = on", "ssl_cert_file = 'server.crt'", "ssl_key_file = 'server.key'",
        "ssl_ca_file = 'clients.crt'",
    )  # fmt: skip
    with (data / "postgresql.conf").open("a", encoding="ascii") as file:
        file.write("\n".join(settings) + "\n")
    (data / "pg_hba.conf").write_text(
        "hostssl all bench02 127.0.0.1/32 cert\nhostssl all all 127.0.0.1/32 scram-sha-256\n", "ascii"
    )
    certificate, key = nobody.issue(server.folder, "127.0.0.1")
    for source, name in ((certificate, "server.crt"), (key, "server.key"), (nobody.root(data), "clients.crt")):
        shutil.copy(source, data / name) if source != data / name else None
        (data / name).chmod(0o600)
        _give(data / name)


def _as_account() -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", ACCOUNT, "--"] if os.geteuid() == 0 else []


def _give(path: Path) -> None:
    if os.geteuid() == 0:
        account = pwd.getpwnam(ACCOUNT)
        os.chown(path, account.pw_uid, account.pw_gid)


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
