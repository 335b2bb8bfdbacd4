"""Erasure in one ledger: what goes, what stays, and that nobody can take anything out without saying so."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from station.evidence.audit import Audit, audit
from station.evidence.bundle import export
from station.evidence.erasing import Gone, Scope, erased, held, unlink, wipe
from station.evidence.fact import Fact
from station.evidence.keys import load
from station.evidence.ledger import Ledger
from station.evidence.ledger_file import SCHEMA_VERSION
from station.evidence.ledger_reading import OrderSalt, open_reader
from station.evidence.media import store
from station.evidence.verify import examine
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import ORDER, no_pdf, open_ledger, pack

ALL = frozenset(Scope)


def erase(ledger: Ledger, home: Home, number: str, scopes: frozenset[Scope] = ALL) -> Gone:
    order = ledger.reader().order_salt(number)
    assert order is not None
    gone: list[Gone] = []
    fact = erased(scopes, rule="asked", reason="by letter", logs=[(ledger.log_name, order.tag)], seqs=())
    ledger.append([fact], order_no=number, by="p1", beside=partial(_wiped, gone, order, scopes))
    ledger.scrub()
    unlink(home.media, gone[0].files)
    return gone[0]


def _wiped(gone: list[Gone], order: OrderSalt, scopes: frozenset[Scope], connection: object) -> None:
    gone.append(wipe(connection, order, scopes))


def audited(home: Home) -> Audit:
    reader = open_reader(home.ledger_file)
    try:
        return audit(reader, load(home, org="acme", bench="B01").bench.public, home.media)
    finally:
        reader.close()


@pytest.fixture
def packed(home: Home, clock: FakeClock) -> Home:
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    pack(ledger, home, "SO-3")
    photo = store(home.media, b"a picture", mime="image/jpeg", role="photo", at_ms=1)
    video = store(home.media, b"a video", mime="video/mp4", role="video", at_ms=1)
    ledger.append([Fact(kind="PhotoTaken", media=(photo,)), Fact(kind="VideoRecorded", media=(video,))],
                  order_no=ORDER, by="p1")  # fmt: skip
    ledger.close()
    return home


def test_nothing_is_left_and_every_proof_stays(packed: Home, clock: FakeClock) -> None:
    """Values, salts, keys and files of one order are gone from every file; the log is in order, others are whole."""
    ledger = open_ledger(packed, clock)
    before = ledger.newest_root()
    gone = erase(ledger, packed, ORDER)
    assert (gone.fields, len(gone.files)) == (6, 4)
    assert ledger.newest_root()[0] == before[0] + 1
    ledger.close()
    assert audited(packed).faults == ()
    for file in (path for path in packed.root.rglob("*") if path.is_file()):
        data = file.read_bytes()
        assert not any(ORDER.encode(form) in data for form in ("utf-8", "utf-16-le"))
    assert len(list(packed.media.glob("*.sealed"))) == 2
    with closing(open_reader(packed.ledger_file)) as reader:
        assert reader.order_salt("SO-3") is not None


def test_an_erased_key_opens_no_copy(packed: Home, clock: FakeClock, tmp_path: Path) -> None:
    """A copy of the media folder made before is noise once the ledger has lost the keys."""
    copies = {file.name: file.read_bytes() for file in packed.media.glob("*.sealed")}
    ledger = open_ledger(packed, clock)
    gone = erase(ledger, packed, ORDER)
    assert set(gone.files) < set(copies)
    assert not any(ledger.medium_is_named(name) for name in gone.files)
    keys = packed.ledger_file.read_bytes()
    assert not any(name.encode() in keys for name in gone.files)
    ledger.close()


def test_a_file_of_two_orders_goes_with_the_last(home: Home, ledger: Ledger) -> None:
    """A handover's sheet is named by each of its parcels: it stays until the last of them is erased."""
    sheet = store(home.media, b"all parcels", mime="application/pdf", role="handover-sheet", at_ms=1)
    for number in ("SO-1", "SO-2"):
        ledger.append([Fact(kind="ParcelHandedOver", media=(sheet,))], order_no=number, by="-")
    assert erase(ledger, home, "SO-1").files == ()
    assert ledger.medium_is_named(sheet.path)
    assert erase(ledger, home, "SO-2").files == (sheet.path,)


def test_each_kind_goes_by_itself(packed: Home, clock: FakeClock) -> None:
    """The video goes and all else stays; the audit wants an entry for just that."""
    ledger = open_ledger(packed, clock)
    gone = erase(ledger, packed, ORDER, frozenset({Scope.VIDEO}))
    assert (gone.fields, len(gone.files)) == (0, 1)
    ledger.close()
    assert audited(packed).faults == ()


@pytest.mark.parametrize("scope", [Scope.VIDEO, Scope.PHOTOS, Scope.PERSONAL])
def test_the_bundle_shows_what_is_left(packed: Home, clock: FakeClock, tmp_path: Path, scope: Scope) -> None:
    """A parcel that lost a part is exported without it, says so, and verifies."""
    ledger = open_ledger(packed, clock)
    erase(ledger, packed, ORDER, frozenset({scope}))
    ledger.close()
    done = export(packed, ORDER, tmp_path / "case.zip", make_pdf=no_pdf)
    assert any("were erased on" in remark for remark in done.remarks)
    assert examine(str(tmp_path / "case.zip")).verdict == "verified with remarks"


@pytest.mark.parametrize(
    "attack",
    [
        "DELETE FROM disclosure WHERE seq = 1",
        "DELETE FROM medium WHERE idx = 1",
        "DELETE FROM media_key",
        "UPDATE order_salt SET order_no = NULL, salt = NULL WHERE order_no = 'SO-3'",
        "UPDATE media_key SET key = zeroblob(32)",
    ],
)
def test_taken_out_without_a_word(packed: Home, clock: FakeClock, attack: str) -> None:
    """Whoever deletes behind the ledger's back is found, also where another order was erased rightly."""
    ledger = open_ledger(packed, clock)
    erase(ledger, packed, "SO-other")
    ledger.close()
    connection = sqlite.connect(packed.ledger_file)
    connection.executescript(attack)
    connection.close()
    assert audited(packed).faults


def test_a_hold_lasts_until_it_is_lifted(ledger: Ledger) -> None:
    """The last word counts."""
    said = []
    for kind in ("ItemPacked", "EvidenceHeld", "ItemPacked", "EvidenceReleased", "EvidenceHeld"):
        ledger.append([Fact(kind=kind)], order_no="SO-1", by="p1")
        said.append(held(ledger.reader(), "SO-1"))
    assert said == [False, True, True, False, True]
    assert not held(ledger.reader(), "SO-2")


def test_a_ledger_of_before_keys(packed: Home, clock: FakeClock) -> None:
    """It is read as it is, brought up to date by the first writer, and its plain files are still its files."""
    connection = sqlite.connect(packed.ledger_file)
    connection.executescript("DROP TABLE media_key; PRAGMA user_version=1")
    connection.close()
    reader = open_reader(packed.ledger_file)
    assert [medium.key for entry in reader.entries() for medium in entry.media] == [b""] * 6
    reader.close()
    open_ledger(packed, clock).close()
    connection = sqlite.connect(packed.ledger_file)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    connection.close()
