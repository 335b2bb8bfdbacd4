"""The attack matrix: what an owner with disk and key does, and who notices. docs/attacks.md says the same."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from station.errors import LedgerBroken
from station.evidence.audit import audit
from station.evidence.bundle import export
from station.evidence.canonical import b64
from station.evidence.checkpoint import COSIGNATURE
from station.evidence.commitment import committed_bytes, order_tag
from station.evidence.entry import Entry
from station.evidence.fact import Fact
from station.evidence.keys import load, signing_key
from station.evidence.ledger_reading import open_reader
from station.evidence.verify import Verdict, examine
from station.home import Home
from tests.authority import OPENSSL, authority
from tests.clocks import START_WALL_US, FakeClock
from tests.evidence.anchored_bundle import cosigned, newest, stamped
from tests.evidence.conftest import ORDER, item, no_pdf, open_ledger, pack
from tests.evidence.owner import (
    BY_LABEL,
    BY_NOBODY,
    BY_WITNESS,
    LOG,
    WITNESS,
    Change,
    Outside,
    caught_by,
    edit,
    printed,
    rewritten,
    seen_now,
    without_anchors,
)
from tests.evidence.test_bundle import members
from tests.evidence.test_erasing import erase
from tests.evidence.test_verify import failed_at, remade

DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "attacks.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Four parcels, a witness's look after the second, and what was copied of the home on the way."""

    home: Home
    clock: FakeClock
    copies: Path
    outside: Outside

    def put_back(self, copy: str) -> None:
        shutil.rmtree(self.home.root)
        shutil.copytree(self.copies / copy, self.home.root)


@pytest.fixture
def day(home: Home, clock: FakeClock, tmp_path: Path) -> Day:
    copies = tmp_path / "copies"
    first = open_ledger(home, clock)
    pack(first, home)
    first.close()
    shutil.copytree(home.root, copies / "before the witness")
    second = open_ledger(home, clock)
    pack(second, home, "SO-2")
    seen = seen_now(second)
    cosigned(second, clock, key=WITNESS)
    pack(second, home, "SO-3")
    second.close()
    shutil.copytree(home.root, copies / "before the last label")
    third = open_ledger(home, clock)
    pack(third, home, "SO-4")
    third.close()
    shutil.copytree(home.root, copies / "after the last label")
    last = open_ledger(home, clock)
    last.append([item(1), item(2)], order_no="SO-5", by="p1", checkpoint=True)
    labels = printed(last.reader())
    last.close()
    return Day(home=home, clock=clock, copies=copies, outside=Outside(witness=seen, labels=labels))


def otherwise(seq: int) -> Change:
    """Another piece in the box than the one that was scanned."""

    def change(entry: Entry, fact: Fact) -> Fact:
        return replace(fact, pub={**fact.pub, "sku": "SKU-7"}) if entry.seq == seq else fact

    return change


def _without_parcel(entry: Entry, fact: Fact) -> Fact | None:
    return None if entry.order_no == ORDER else fact


def _make_up(day: Day) -> None:
    ledger = open_ledger(day.home, day.clock)
    pack(ledger, day.home, "SO-never-packed")
    ledger.close()


def _insert(day: Day) -> None:
    edit(
        day.home,
        "UPDATE entry SET seq = -(seq + 1) WHERE seq >= 5; UPDATE entry SET seq = -seq WHERE seq < 0;"
        "INSERT INTO entry SELECT 5, kind, order_id, leaf, header FROM entry WHERE seq = 2",
    )


def _swap(day: Day) -> None:
    edit(
        day.home,
        "UPDATE entry SET seq = -1 WHERE seq = 2; UPDATE entry SET seq = 2 WHERE seq = 3;"
        "UPDATE entry SET seq = 3 WHERE seq = -1",
    )


def _edit(day: Day) -> None:
    edit(day.home, "UPDATE entry SET header = CAST(replace(header, 'SKU-1', 'SKU-7') AS BLOB) WHERE seq = 2")


ATTACKS: list[tuple[str, str, Callable[[Day], object]]] = [
    ("change an entry in the database", LOG, _edit),
    ("delete an entry", LOG, lambda day: edit(day.home, "DELETE FROM entry WHERE seq = 2")),
    ("insert an entry", LOG, _insert),
    ("change the order of two entries", LOG, _swap),
    (
        "cut off the last entries and keep the checkpoints",
        LOG,
        lambda day: edit(day.home, "DELETE FROM entry WHERE seq >= 30"),
    ),
    (
        "write the log again, sign it again, keep the old anchors in it",
        LOG,
        lambda day: rewritten(day.home, 2, otherwise(2)),
    ),
    (
        "put back a backup from before the witness's last look",
        BY_WITNESS,
        lambda day: day.put_back("before the witness"),
    ),
    (
        "change an entry that the witness has seen, write all again, sign it again",
        BY_WITNESS,
        lambda day: rewritten(day.home, 2, without_anchors(otherwise(2))),
    ),
    (
        "leave out a whole parcel that the witness has seen, write all again, sign it again",
        BY_WITNESS,
        lambda day: rewritten(day.home, 0, without_anchors(_without_parcel)),
    ),
    (
        "put back a backup from after the witness's last look, and labels were handed over since",
        BY_LABEL,
        lambda day: day.put_back("before the last label"),
    ),
    (
        "change an entry after the witness's last look, and labels were handed over since",
        BY_LABEL,
        lambda day: rewritten(day.home, 21, otherwise(21)),
    ),
    (
        "put back a backup from after the witness's last look and the last label",
        BY_NOBODY,
        lambda day: day.put_back("after the last label"),
    ),
    (
        "change an entry after the witness's last look and the last label, and sign it again",
        BY_NOBODY,
        lambda day: rewritten(day.home, 37, otherwise(37)),
    ),
    ("make up a parcel that was never packed, now", BY_NOBODY, _make_up),
]


@pytest.mark.parametrize(("name", "expected", "attack"), ATTACKS, ids=[name for name, _, _ in ATTACKS])
def test_attack(day: Day, name: str, expected: str, attack: Callable[[Day], object]) -> None:
    """Each attack on the log is noticed by who should notice it first, or by nobody where that is what is said."""
    assert caught_by(day.home, day.outside) == BY_NOBODY, "nobody complains of the honest log"
    before = day.home.ledger_file.read_bytes()
    attack(day)
    assert day.home.ledger_file.read_bytes() != before
    assert caught_by(day.home, day.outside) == expected


def test_the_document_has_the_same_rows() -> None:
    """docs/attacks.md lists exactly these attacks with exactly these answers, also those that nobody catches."""
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    assert rows[0] == ("attack on the log", "noticed by")
    assert rows[1 : 1 + len(ATTACKS)] == [(name, by.replace("nobody", "**nobody**")) for name, by, _ in ATTACKS]


def test_a_start_refuses_what_was_cut_off(day: Day) -> None:
    """A log that is shorter than its own last checkpoint is not gone on with either."""
    edit(day.home, "DELETE FROM entry WHERE seq >= 30")
    with pytest.raises(LedgerBroken, match="not what this bench has signed"):
        open_ledger(day.home, day.clock)


def exported(day: Day, order_no: str = ORDER) -> Path:
    out = day.copies / "case.zip"
    export(day.home, order_no, out, make_pdf=no_pdf)
    return out


def test_before_any_anchor_the_owner_can_write_anything(day: Day) -> None:
    """A log written again verifies, and the verdict says in so many words that its owner could have rewritten it."""
    rewritten(day.home, 2, without_anchors(otherwise(2)))
    verdict = examine(exported(day))
    assert verdict.exit_code == 0
    assert any("its owner could have rewritten it" in remark for remark in verdict.remarks)


def test_an_anchor_does_not_fit_another_log(day: Day) -> None:
    """The witness's word, put on the checkpoint of a log written again, fails the bundle however it is signed."""
    honest = members(exported(day))
    rewritten(day.home, 2, without_anchors(otherwise(2)))
    key = next(name for name in honest if "/witness-" in name)
    line = honest["logs/1/checkpoint.txt"].splitlines(keepends=True)[-1]

    def graft(found: dict[str, bytes]) -> None:
        found["logs/1/checkpoint.txt"] += line
        found[key] = honest[key]

    bench = load(day.home, org="acme", bench="B01").bench
    assert failed_at(remade(exported(day), graft, bench)) == 7


def test_how_long_is_open_is_said(day: Day) -> None:
    """The bundle of a parcel that the witness has seen says how long after its last entry that was."""
    assert "s after the last entry" in examine(exported(day, "SO-2")).checks[8].line
    assert any("no witness" in remark for remark in examine(exported(day, "SO-4")).remarks)


def with_clock_back(day: Day) -> Verdict:
    """Somebody sets the wall clock back one hour in the middle of a parcel."""
    ledger = open_ledger(day.home, day.clock)
    pack(ledger, day.home, "SO-6", seal=False)
    day.clock.set_wall_us(day.clock.now().wall_us - 3_600_000_000)
    ledger.append([Fact(kind="ParcelSealed")], order_no="SO-6", by="p1")
    ledger.close()
    return examine(exported(day, "SO-6"))


def test_a_clock_that_was_set_back(day: Day) -> None:
    """It is an entry of the log, and a remark in the bundle; nothing is ordered by it."""
    verdict = with_clock_back(day)
    assert any("clocks disagree" in remark for remark in verdict.remarks)
    with closing(open_reader(day.home.ledger_file)) as reader:
        assert [entry.parsed()["pub"]["wall_us"] < START_WALL_US for entry in reader.of_kind("ClockJumped")] == [True]


def test_a_parcel_of_old_times_is_younger_than_the_anchor_before_it(day: Day) -> None:
    """A parcel made up now with yesterday's clock stands behind an anchor, and the bundle gives that lower bound."""
    ledger = open_ledger(day.home, FakeClock(wall_us=START_WALL_US - 86_400_000_000, boot="boot-9"))
    pack(ledger, day.home, "SO-backdated")
    ledger.close()
    out = exported(day, "SO-backdated")
    assert any("clocks disagree" in remark for remark in examine(out).remarks)
    assert b'"after":1795000000' in members(out)["bundle.json"]


def test_erased_values_cannot_be_guessed(home: Home, clock: FakeClock) -> None:
    """After erasure proofs hold, and who guesses the right name has nothing that he could test the guess against."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    reader = ledger.reader()
    order, opened = reader.order_salt(ORDER), reader.entry(1)
    assert order is not None
    secret = next(one for one in opened.secrets if one.field == "recipient")
    with_salt = b64(committed_bytes("recipient", secret.salt, secret.value))
    assert with_salt == opened.parsed()["com"]["recipient"], "with the salt a guess could be tested"
    erase(ledger, home, ORDER)
    ledger.close()
    on_disk = b"".join(path.read_bytes() for path in home.root.rglob("*") if path.is_file())
    assert not [salt for salt in (order.salt, secret.salt) if salt in on_disk]
    with closing(open_reader(home.ledger_file)) as reader:
        assert audit(reader, load(home, org="acme", bench="B01").bench.public, home.media).ok
        fields = reader.entry(1).parsed()
    unsalted = (hashlib.sha256(secret.value).digest(), committed_bytes("recipient", bytes(32), secret.value))
    assert fields["com"]["recipient"] not in [b64(guess) for guess in unsalted]
    assert fields["tag"] not in (hashlib.sha256(ORDER.encode()).hexdigest(), order_tag(bytes(32), ORDER))


def test_a_witness_of_the_owners_own(day: Day) -> None:
    """Anybody can make a key and call it a witness: the verifier says that it compared nothing, until given one."""
    rewritten(day.home, 2, without_anchors(otherwise(2)))
    own = signing_key("acme/witness", b"x" * 32, COSIGNATURE)
    ledger = open_ledger(day.home, day.clock)
    cosigned(ledger, day.clock, key=own)
    ledger.close()
    out = exported(day)
    assert any("witness's key was not compared" in remark for remark in examine(out).remarks)
    assert examine(out).exit_code == 0
    assert examine(out, None, (WITNESS.public.text(),)).exit_code == 7
    shown = members(out)["logs/1/keys/witness-acme-witness.vkey"].decode().strip()
    assert shown == own.public.text() != WITNESS.public.text()


def test_a_time_stamp_of_the_owners_own(day: Day, tmp_path: Path) -> None:
    """A token that the owner signed himself has the right imprint; openssl refuses it against the real authority."""
    own, real = authority(tmp_path / "own"), authority(tmp_path / "real")
    rewritten(day.home, 2, without_anchors(otherwise(2)))
    ledger = open_ledger(day.home, day.clock)
    stamped(ledger, own, day.home, newest(ledger))
    ledger.close()
    out = exported(day)
    assert "check it with: openssl" in examine(out).checks[6].line
    found = members(out)
    note = found["logs/1/checkpoint.txt"].decode()
    (tmp_path / "text").write_text(note[: note.index("\n\n") + 1])
    (tmp_path / "token").write_bytes(found["logs/1/anchors/tsa.example.tsr"])
    verify = [OPENSSL, "ts", "-verify", "-data", "text", "-in", "token", "-CAfile"]
    codes = [
        subprocess.run([*verify, str(one.certificate)], cwd=tmp_path, capture_output=True, check=False).returncode
        for one in (own, real)
    ]
    assert codes == [0, 1]
