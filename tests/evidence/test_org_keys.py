"""The organisation's key off the bench: out under a passphrase, and what it signs from there."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from station.errors import SettingsTrouble, Trouble, UsageTrouble
from station.evidence.bundle import export
from station.evidence.enrolling import accept, request
from station.evidence.keys import SigningKey, enrol, load, owned_org_key, read_key, signing_key
from station.evidence.ledger import Ledger
from station.evidence.org_keys import (
    enrolled_by,
    export_org_key,
    exporter_of,
    make_exporter,
    opened,
    org_key,
    read_revocation,
    revocations,
    revoke,
    sealed,
)
from station.evidence.revoked import with_revocations
from station.evidence.verify import examine
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import ORDER, chance, no_pdf, open_ledger, pack

PASSPHRASE = "four words would do"


def an_office(tmp_path: Path, home: Home) -> tuple[Home, SigningKey]:
    """The bench's organisation key, taken off it; and a home that has nothing else."""
    keys = enrol(home, org="acme", bench="B01", epoch=1, random_bytes=chance())
    export_org_key(home, tmp_path / "org.pem", PASSPHRASE)
    owner = opened(tmp_path / "org.pem", PASSPHRASE)
    assert owner.public == keys.org
    return Home(tmp_path / "office"), owner


def test_the_key_leaves_the_bench(home: Home, tmp_path: Path) -> None:
    """After the export the home has only the public half, and the bench still works with its enrolment."""
    _, owner = an_office(tmp_path, home)
    assert owned_org_key(home) is None
    assert not (home.keys / "org.key").exists()
    assert load(home, org="acme", bench="B01").org == owner.public
    assert oct((tmp_path / "org.pem").stat().st_mode & 0o777) == "0o600"
    assert owner.seed not in (tmp_path / "org.pem").read_bytes()


def test_openssl_reads_it(home: Home, tmp_path: Path) -> None:
    """Without this program the key still opens: it is plain PKCS #8 after its first line."""
    an_office(tmp_path, home)
    pem = (tmp_path / "org.pem").read_text().split("\n", 1)[1]
    command = ["openssl", "pkey", "-passin", f"pass:{PASSPHRASE}", "-noout", "-text"]
    said = subprocess.run(command, input=pem, capture_output=True, text=True, check=True).stdout
    assert "ED25519 Private-Key" in said


@pytest.mark.parametrize(
    ("content", "passphrase", "match"),
    [
        (None, "another passphrase", "passphrase is wrong"),
        (b"", PASSPHRASE, "passphrase is wrong, or this is no key file"),
        (b"PRIVATE+KEY+acme+00000000+AAAA", "", "not an Ed25519 key"),
        (b"\xff\xfe", PASSPHRASE, "cannot be used"),
        (b"x" * 100_000, PASSPHRASE, "too long"),
    ],
)
def test_files_that_do_not_open(home: Home, tmp_path: Path, content: bytes | None, passphrase: str, match: str) -> None:
    """A wrong passphrase or a file of something else is one sentence."""
    an_office(tmp_path, home)
    if content is not None:
        (tmp_path / "org.pem").write_bytes(content)
    with pytest.raises(Trouble, match=match):
        opened(tmp_path / "org.pem", passphrase)


def test_another_name_on_the_file(home: Home, tmp_path: Path) -> None:
    """A key file whose first line names another key is refused."""
    an_office(tmp_path, home)
    other = sealed(signing_key("acme", b"o" * 32), PASSPHRASE).split("\n", 1)[0]
    text = (tmp_path / "org.pem").read_text().split("\n", 1)[1]
    (tmp_path / "org.pem").write_text(f"{other}\n{text}")
    with pytest.raises(Trouble, match="do not belong together"):
        opened(tmp_path / "org.pem", PASSPHRASE)


def test_where_it_may_not_go(home: Home, tmp_path: Path) -> None:
    """Not into the home, not over a file, not under a short passphrase; each time the key stays where it is."""
    enrol(home, org="acme", bench="B01", epoch=1, random_bytes=chance())
    (tmp_path / "there").write_text("x")
    for out, passphrase in (
        (home.root / "org.pem", PASSPHRASE),
        (tmp_path / "there", PASSPHRASE),
        (tmp_path / "org.pem", "short"),
    ):
        with pytest.raises(UsageTrouble):
            export_org_key(home, out, passphrase)
    with pytest.raises(Trouble, match="cannot be written"):
        export_org_key(home, tmp_path / "nowhere" / "org.pem", PASSPHRASE)
    assert owned_org_key(home) is not None


def test_a_second_bench(home: Home, tmp_path: Path, clock: FakeClock) -> None:
    """A new bench asks, the office signs, the bench accepts: both benches then belong to one organisation's key."""
    _, owner = an_office(tmp_path, home)
    second = Home(tmp_path / "second")
    request(
        second,
        home.keys / "org.vkey",
        tmp_path / "b02.vkey",
        org="acme",
        bench="B02",
        random_bytes=chance(),
        store=None,
    )
    with pytest.raises(Trouble, match="waits for its enrolment"):
        Ledger.open(second, org="acme", bench="B02", clock=clock, random_bytes=chance(), build="t")
    note = enrolled_by(owner, tmp_path / "b02.vkey", epoch=1, reason="second bench")
    (tmp_path / "note.txt").write_text(note)
    accepted = accept(second, tmp_path / "note.txt", org="acme", bench="B02")
    assert accepted.org == load(home, org="acme", bench="B01").org
    with closing(Ledger.open(second, org="acme", bench="B02", clock=clock, random_bytes=chance(), build="t")) as ledger:
        assert ledger.keys == accepted
    second.ledger_file.unlink()
    with pytest.raises(Trouble, match="is gone"):
        Ledger.open(second, org="acme", bench="B02", clock=clock, random_bytes=chance(), build="t")
    with pytest.raises(Trouble, match="enrolled already"):
        accept(second, tmp_path / "note.txt", org="acme", bench="B02")


def test_a_note_for_another_bench(home: Home, tmp_path: Path) -> None:
    """A note that enrols another key, and a request of another organisation, are refused."""
    _, owner = an_office(tmp_path, home)
    with pytest.raises(SettingsTrouble, match="key of acme"):
        request(
            Home(tmp_path / "x"),
            home.keys / "org.vkey",
            tmp_path / "x.vkey",
            org="other",
            bench="B01",
            random_bytes=chance(),
            store=None,
        )
    (tmp_path / "foreign.vkey").write_text(signing_key("other/B01", b"k" * 32).public.text())
    with pytest.raises(Trouble, match="no bench of acme"):
        enrolled_by(owner, tmp_path / "foreign.vkey", epoch=1, reason="x")
    with pytest.raises(Trouble, match="not the organisation's key"):
        org_key(home, signing_key("acme", b"f" * 32))


def test_a_dead_benchs_case(home: Home, tmp_path: Path, clock: FakeClock) -> None:
    """A bench whose key is gone is exported by the office under an exporter's key, and verifies."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    ledger.close()
    office, owner = an_office(tmp_path, home)
    (home.keys / "bench.key").unlink()
    with pytest.raises(Trouble, match="sealbench keys exporter"):
        export(home, ORDER, tmp_path / "case.zip", make_pdf=no_pdf, office=office)
    made = make_exporter(office, owner, reason="office", random_bytes=chance())
    assert exporter_of(office) == made
    export(home, ORDER, tmp_path / "case.zip", make_pdf=no_pdf, office=office)
    verdict = examine(tmp_path / "case.zip", owner.public.text())
    assert verdict.exit_code == 0, verdict
    assert "signed by acme/exporter" in verdict.checks[0].line


def test_a_foreign_exporter(home: Home, tmp_path: Path, clock: FakeClock) -> None:
    """An office of another organisation cannot sign for this one's bench."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    ledger.close()
    (home.keys / "bench.key").unlink()
    office = Home(tmp_path / "office")
    make_exporter(office, signing_key("acme", b"f" * 32), reason="office", random_bytes=chance())
    with pytest.raises(Trouble, match="neither is a key of its organisation"):
        export(home, ORDER, tmp_path / "case.zip", make_pdf=no_pdf, office=office)


@pytest.mark.parametrize(("since_epoch", "told"), [(1, True), (2, False)])
def test_a_key_taken_back(home: Home, bundle: Path, tmp_path: Path, since_epoch: int, told: bool) -> None:
    """A bundle under a key that was taken back says so; what is older than the revocation is left as it was."""
    owner = read_key(home.keys / "org.key")
    shutil.copy(home.keys / "bench.vkey", tmp_path / "b.vkey")
    copy = tmp_path / "note.txt"
    revoke(home, owner, tmp_path / "b.vkey", since_epoch=since_epoch, reason="stolen", copy=copy)
    assert read_revocation(copy, owner.public) == revocations(home)[0]
    verdict = with_revocations(examine(bundle), bundle, revocations(home))
    assert any("has taken the key" in remark and "stolen" in remark for remark in verdict.remarks) is told
    assert verdict.exit_code == 0
    copy.write_text(copy.read_text().replace("stolen", "bought"))
    with pytest.raises(Trouble, match="signature"):
        read_revocation(copy, owner.public)


def test_a_failed_bundle_is_left_alone(home: Home, bundle: Path, tmp_path: Path) -> None:
    """Nothing is added to the verdict on a bundle that has failed."""
    bundle.write_bytes(b"rubbish" * 100)
    assert with_revocations(examine(bundle), bundle, revocations(home)).remarks == []
