"""TLS to a shared order book: passwords and certificates from libpq's own files, and what is wrong in one sentence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from sqlalchemy import text

from station.errors import BookUnreachable
from station.orders.engine import connect, reading
from station.orders.orderbook import OrderBook
from tests.orders.tls_server import ADMIN_PASSWORD, Authority, TlsServer, running

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="session")
def tls_server() -> Iterator[TlsServer]:
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority.made("Example warehouse")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's own folder, empty: nothing of this machine's counts."""
    for name in [name for name in os.environ if name.startswith("PG")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def server(tls_server: TlsServer, authority: Authority, files: Path) -> TlsServer:
    """With a certificate that is right, and the users ``bench01`` (password) and ``bench02`` (certificate)."""
    tls_server.serve(*authority.issue(files, "127.0.0.1"), authority.root(files))
    address = f"host=127.0.0.1 port={tls_server.port} user=postgres password={ADMIN_PASSWORD} dbname=postgres"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
        for user in ("bench01", "bench02"):
            connection.execute(f"DROP ROLE IF EXISTS {user}")
            connection.execute(f"CREATE ROLE {user} LOGIN PASSWORD 'example of {user}'")
            connection.execute(f"GRANT ALL ON SCHEMA public TO {user}")
    return tls_server


def address(server: TlsServer, user: str, *words: str) -> str:
    return f"postgresql+psycopg://{user}@127.0.0.1:{server.port}/postgres?{'&'.join(words)}"


def believed(files: Path) -> str:
    return f"sslmode=verify-full&sslrootcert={quote(str(files / 'root.crt'))}"


def give_password(files: Path, server: TlsServer, password: str = "example of bench01") -> None:
    file = files / ".pgpass"
    file.write_text(f"127.0.0.1:{server.port}:*:bench01:{password}\n", "utf-8")
    file.chmod(0o600)


def encrypted(url: str) -> bool:
    engine = connect(url)
    with reading(engine) as connection:
        asked = text("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        found = bool(connection.execute(asked).scalar_one())
    engine.dispose()
    return found


def sentence(url: str) -> str:
    with pytest.raises(BookUnreachable) as caught:
        OrderBook.open(url)
    told = caught.value.sentence()
    assert "\n" not in told
    assert caught.value.remedy
    assert "example of" not in told
    return told


def test_a_password_from_its_file(server: TlsServer, files: Path) -> None:
    """``~/.pgpass`` and a root certificate are all that a bench needs; the line is encrypted and the server known."""
    give_password(files, server)
    url = address(server, "bench01", believed(files))
    OrderBook.open(url).close()
    assert encrypted(url)


def test_a_service_file(server: TlsServer, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole address may stand in a service file."""
    give_password(files, server)
    (files / "services").write_text(
        f"[warehouse]\nhost=127.0.0.1\nport={server.port}\nuser=bench01\ndbname=postgres\n"
        f"sslmode=verify-full\nsslrootcert={files / 'root.crt'}\n",
        "utf-8",
    )
    monkeypatch.setenv("PGSERVICEFILE", str(files / "services"))
    assert encrypted("postgresql+psycopg:///?service=warehouse")


def test_a_certificate_instead_of_a_password(server: TlsServer, authority: Authority, files: Path) -> None:
    """A bench may be known by its certificate alone."""
    certificate, key = authority.issue(files, "bench02")
    assert encrypted(address(server, "bench02", believed(files), f"sslcert={certificate}", f"sslkey={key}"))


def test_a_wrong_password(server: TlsServer, files: Path) -> None:
    """Refused, with the file it belongs into."""
    give_password(files, server, "guessed")
    assert "refused the password" in sentence(address(server, "bench01", believed(files)))
    (files / ".pgpass").unlink()
    assert "none is known" in sentence(address(server, "bench01", believed(files)))


def test_an_expired_server(server: TlsServer, authority: Authority, files: Path) -> None:
    """The day on which it expired is said."""
    server.serve(*authority.issue(files, "127.0.0.1", days=(-9, -1)), authority.root(files))
    assert "server expired on 20" in sentence(address(server, "bench01", believed(files)))


def test_a_server_of_tomorrow(server: TlsServer, authority: Authority, files: Path) -> None:
    """A certificate that begins later is a matter of clocks."""
    server.serve(*authority.issue(files, "127.0.0.1", days=(1, 9)), authority.root(files))
    assert "begins only on 20" in sentence(address(server, "bench01", believed(files)))


def test_a_strange_server(server: TlsServer, files: Path) -> None:
    """One that somebody else signed, and one that is another host."""
    other = Authority.made("Example of somebody")
    folder = files / "other"
    folder.mkdir()
    server.serve(*other.issue(folder, "127.0.0.1"), other.root(folder))
    assert "signed by somebody" in sentence(address(server, "bench01", believed(files)))


def test_a_server_of_another_name(server: TlsServer, authority: Authority, files: Path) -> None:
    """A certificate of another host is none of this one."""
    server.serve(*authority.issue(files, "other.example"), authority.root(files))
    assert "names another host" in sentence(address(server, "bench01", believed(files)))


def test_a_bench_whose_certificate_expired(server: TlsServer, authority: Authority, files: Path) -> None:
    """The bench's own certificate is told from the server's."""
    certificate, key = authority.issue(files, "bench02", days=(-9, -1))
    told = sentence(address(server, "bench02", believed(files), f"sslcert={certificate}", f"sslkey={key}"))
    assert "this bench's certificate has expired" in told


def test_a_bench_without_a_certificate(server: TlsServer, files: Path) -> None:
    """A server that knows benches by certificate asks for one."""
    assert "client certificate" in sentence(address(server, "bench02", believed(files)))


def test_files_that_are_not_there(server: TlsServer, authority: Authority, files: Path) -> None:
    """A root certificate that is missing, and a key that everybody may read."""
    assert "root certificate" in sentence(address(server, "bench01", "sslmode=verify-full", "sslrootcert=/no/root.crt"))
    certificate, key = authority.issue(files, "bench02")
    key.chmod(0o644)
    told = sentence(address(server, "bench02", believed(files), f"sslcert={certificate}", f"sslkey={key}"))
    assert "key of this bench" in told


def test_not_let_in_unencrypted(server: TlsServer) -> None:
    """A server that takes encrypted lines alone says so to one that is not."""
    assert "lets this user in" in sentence(address(server, "bench01", "sslmode=disable"))
