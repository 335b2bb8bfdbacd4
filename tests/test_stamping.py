"""Time stamps over the loopback from an authority of OpenSSL: asked for the right checkpoint, checked, written down."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest

from station.clock import SystemClock
from station.errors import SettingsTrouble, Trouble
from station.evidence import time_stamp
from station.evidence.anchor_reading import exposure
from station.evidence.checkpoint import Checkpoint
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.time_stamp import AUTHORITIES, Query, believed, checked, query
from station.home import Home
from station.stamping import due, host, post, stamp
from tests.authority import Authority, Served, authority, served
from tests.clocks import FakeClock
from tests.evidence.anchored_bundle import cosigned
from tests.evidence.conftest import open_ledger, pack

CHECKPOINT = Checkpoint("acme/B01/1", 9, bytes(32))
TEXT = CHECKPOINT.text().encode()


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("authority") / "own")


@pytest.fixture
def server(own: Authority) -> Iterator[Served]:
    with served(own) as running:
        yield running


@pytest.fixture
def keys(own: Authority, tmp_path: Path) -> Path:
    """A folder of keys that believes the authority."""
    folder = tmp_path / "keys"
    folder.mkdir()
    (folder / AUTHORITIES).write_bytes(own.certificate.read_bytes())
    return folder


@pytest.fixture
def ledger(home: Home, clock: FakeClock) -> Iterator[Ledger]:
    opened = open_ledger(home, clock)
    yield opened
    opened.close()


@pytest.fixture
def reader(home: Home, ledger: Ledger) -> Iterator[LedgerReader]:
    with closing(open_reader(home.ledger_file)) as opened:
        yield opened


def test_a_time_stamp(server: Served, keys: Path, home: Home, ledger: Ledger, reader: LedgerReader) -> None:
    """Asked for, checked, and an entry that covers the log; nothing is to be stamped then until more is packed."""
    pack(ledger, home)
    wanted = due(reader, server.url, now_s=0)
    assert wanted is not None
    owed = stamp(wanted, server.url, keys, SystemClock())
    assert (owed.order_no, owed.fact.kind, owed.fact.pub["size"]) == (None, "AnchorReceived", 9)
    ledger.append([owed.fact], order_no=None, by="-")
    covered = exposure(reader)
    assert covered.newest is not None
    assert (covered.newest.anchor.by, covered.since_us) == (host(server.url), None)
    ledger.checkpoint_now("minute")
    assert due(reader, server.url, now_s=0) is None
    assert due(reader, "https://other.example/tsa", now_s=0) is not None


def test_what_is_stamped(clock: FakeClock, home: Home, ledger: Ledger, reader: LedgerReader) -> None:
    """Nothing of an empty log; a checkpoint that a witness has just cosigned; the newest when that was long ago."""
    now_s = clock.now().wall_us // 1_000_000
    assert due(reader, "https://a.example", now_s=now_s) is None
    pack(ledger, home)
    seen = cosigned(ledger, clock).checkpoint
    pack(ledger, home, "SO-2")
    assert due(reader, "https://a.example", now_s=now_s + 60) == seen
    later = due(reader, "https://a.example", now_s=now_s + 600)
    assert later is not None
    assert later.size == ledger.size


def test_entries_without_a_checkpoint(home: Home, ledger: Ledger, reader: LedgerReader) -> None:
    """What no checkpoint covers yet cannot be stamped."""
    ledger.append([Fact(kind="PackerSignedIn", pub={"packer": "p1"})], order_no=None, by="p1")
    assert due(reader, "https://a.example", now_s=0) is None


def test_answers_that_do_not_hold(own: Authority, keys: Path, tmp_path: Path) -> None:
    """Another nonce, text or authority, a refusal, a cut token and no token at all: each is a sentence."""
    asked, roots = query(TEXT), believed(keys)
    good = own.answer(asked.der)
    assert checked(good, asked, roots) > 1_700_000_000
    other = authority(tmp_path / "other")
    wrong = {
        "Nonce": own.answer(query(TEXT).der),
        "messages": own.answer(Query(b"x", (again := query(b"x")).der, again.nonce).der),
        "certificate": other.answer(asked.der),
        "refused": own.answer(asked.der[:-20]),
        "ASN.1": good[:-40],
        "too long": good + bytes(time_stamp.TOKEN_MAX),
    }
    for word, answer in wrong.items():
        question = Query(TEXT, again.der, again.nonce) if word == "messages" else asked
        with pytest.raises(ValueError, match=word):
            checked(answer, question, roots)


def test_any_flipped_bit(own: Authority, keys: Path) -> None:
    """No token with a changed byte in its signed part or its signature is taken."""
    asked, roots = query(TEXT), believed(keys)
    good = own.answer(asked.der)
    start = good.index(sha256(TEXT).digest())
    for at in range(start, start + 60):
        with pytest.raises(ValueError):
            checked(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :], asked, roots)


def test_certificates(tmp_path: Path, keys: Path) -> None:
    """A file that is missing, or holds no certificate, is a trouble of the settings."""
    with pytest.raises(SettingsTrouble, match="cannot be read"):
        believed(tmp_path)
    (keys / AUTHORITIES).write_bytes(b"nothing")
    with pytest.raises(SettingsTrouble, match="cannot be read"):
        believed(keys)


def test_a_server_that_fails(server: Served, keys: Path) -> None:
    """An error, a redirect, something else and too much are one sentence with the authority's address."""
    for status, body, word in ((503, b"", "503"), (302, b"", "302"), (200, b"<html>", "hold"), (200, b"", "hold")):
        server.status, server.body = status, body
        with pytest.raises(Trouble, match=word) as told:
            stamp(CHECKPOINT, server.url, keys, SystemClock())
        assert server.url in told.value.sentence()
    server.status, server.body = 200, bytes(time_stamp.TOKEN_MAX + 1)
    with pytest.raises(Trouble, match="more than a time stamp"):
        stamp(CHECKPOINT, server.url, keys, SystemClock())


def test_nobody_there(keys: Path) -> None:
    """A closed port, and a name that is none, are told at once."""
    with closing(socket.create_server(("127.0.0.1", 0))) as closed:
        port = closed.getsockname()[1]
    for url in (f"http://127.0.0.1:{port}/", "http://127.0.0.1:99999/"):
        with pytest.raises(Trouble, match="gave no time stamp"):
            stamp(CHECKPOINT, url, keys, SystemClock())


def test_a_server_that_drips(clock: FakeClock) -> None:
    """One that sends a byte now and then is given up after the whole time, not after each byte."""
    listening = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        connection, _ = listening.accept()
        with connection, suppress(ConnectionError):  # whoever gives up hangs up in the middle of it
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
            for _ in range(20):
                clock.advance_s(1)
                connection.sendall(b"x")

    thread = Thread(target=drip)
    thread.start()
    with pytest.raises(Trouble, match="too slow"):
        post(f"http://127.0.0.1:{listening.getsockname()[1]}/", b"", clock)
    thread.join()
    listening.close()


def test_names() -> None:
    """An authority goes by its host, with the port where one is named."""
    assert host("https://tsa.example/x") == "tsa.example"
    assert host("http://127.0.0.1:8080/tsa") == "127.0.0.1:8080"
