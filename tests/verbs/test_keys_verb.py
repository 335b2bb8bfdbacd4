"""``keys`` and ``evidence epoch`` as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from station.bench_ledger import open_ledger
from station.evidence.fact import Fact
from station.home import Home
from station.settings import load
from tests.clocks import FakeClock
from tests.evidence.conftest import item, opened
from tests.verbs.command import Command

PASSPHRASE = "four words would do"

pytestmark = pytest.mark.usefixtures("qapp")  # an export makes an application, and there is one in a process


@pytest.fixture
def sealbench(home: Home, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(home.root, capsys)


@pytest.fixture
def secret(tmp_path: Path) -> str:
    (tmp_path / "passphrase").write_text(f"{PASSPHRASE}\n")
    return str(tmp_path / "passphrase")


def pack(home: Home, order: str = "SO-1") -> None:
    ledger = open_ledger(home, load(home), FakeClock())
    ledger.append([opened(order)], order_no=order, by="P001")
    ledger.append([item(), Fact(kind="ParcelSealed", pub={"weight_mg": 1})], order_no=order, by="P001")
    ledger.close()


def test_a_fresh_home(sealbench: Command, home: Home) -> None:
    """A home without keys says so and gets none by being looked at."""
    report = sealbench.json("keys", "show")
    assert (report["bench"], report["bench_key"], report["enrolled"], report["log"]) == ("local/B01", None, False, None)
    assert not home.keys.exists()


def test_what_there_is(sealbench: Command, home: Home) -> None:
    """Keys, where they are kept, what the bench remembers: in words and as JSON."""
    pack(home)
    report = sealbench.json("keys", "show")
    assert (report["kept"], report["org_key_here"]) == ("file with mode 0600", True)
    assert report["log"] == report["remembers"] == "local/B01/1: 3 entries"
    assert report["bench_key"] in sealbench("keys", "show")
    assert "PRIVATE" not in sealbench("keys", "show")


def test_off_the_bench_and_rotated(sealbench: Command, home: Home, tmp_path: Path, secret: str) -> None:
    """The organisation's key goes to a file; with that file the bench gets a new key and a new epoch."""
    pack(home)
    sealbench("users", "add", "--badge", "W01", "--name", "Li", "--supervisor")
    sealbench("users", "add", "--badge", "W02", "--name", "Wu")
    out = str(tmp_path / "org.pem")
    assert "keep it off the bench" in sealbench("keys", "export-org", "-o", out, "--passphrase-file", secret)
    before = sealbench.json("keys", "show")
    assert before["org_key_here"] is False
    rotate = ("keys", "rotate", "--reason", "a year has passed", "--by")
    sealbench(*rotate, "W02", exits=2)
    assert "is no supervisor" in sealbench.err
    sealbench(*rotate, "W01", exits=1)
    assert "--org-key" in sealbench.err
    done = sealbench.json(*rotate, "W01", "--org-key", out, "--passphrase-file", secret)
    assert (done["log"], done["causes"], done["lost"], done["new_key"]) == ("local/B01/2", ["asked"], [], True)
    after = sealbench.json("keys", "show")
    assert after["org_key"] == before["org_key"]
    assert after["bench_key"] == done["bench_key"] != before["bench_key"]
    assert after["earlier_logs"] == ["local/B01/1: 3 entries"]
    pack(home, "SO-2")
    for number in ("SO-1", "SO-2"):
        case = str(tmp_path / f"{number}.zip")
        sealbench("evidence", "export", number, "-o", case)
        verdict = sealbench.json("evidence", "verify", case, "--org-key", after["org_vkey"])
        assert verdict["verdict"] == "verified with remarks", verdict
    audited = sealbench.json("evidence", "audit")
    assert (audited["ok"], [one["ok"] for one in audited["earlier"]]) == (True, [True])


def test_a_new_bench(sealbench: Command, home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Request, enrolment, acceptance: three calls in two homes."""
    pack(home)
    second = Command(tmp_path / "second", capsys)
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "bench.toml").write_text('[bench]\nid = "B02"\n')
    asked, note = str(tmp_path / "b02.txt"), str(tmp_path / "note.txt")
    second("keys", "request", "--org-vkey", str(home.keys / "org.vkey"), "-o", asked)
    assert "keys accept" in sealbench("keys", "enrol", asked, "-o", note)
    assert "local/B02 is enrolled by local" in second("keys", "accept", note)
    pack(Home(tmp_path / "second"))
    assert second.json("keys", "show")["org_key"] == sealbench.json("keys", "show")["org_key"]


def test_a_dead_bench(
    sealbench: Command, home: Home, tmp_path: Path, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The office exports from what is left of a bench's home, and takes the lost key back."""
    pack(home)
    vkey = sealbench.json("keys", "show")["org_vkey"]
    out, case, note = str(tmp_path / "org.pem"), str(tmp_path / "case.zip"), str(tmp_path / "revoked.txt")
    sealbench("keys", "export-org", "-o", out, "--passphrase-file", secret)
    (home.keys / "bench.key").unlink()
    office = Command(tmp_path / "office", capsys)
    with_key = ("--org-key", out, "--passphrase-file", secret)
    assert "local/exporter may sign" in office("keys", "exporter", *with_key)
    office("evidence", "export", "SO-1", "-o", case, "--from", str(home.root))
    assert office.json("evidence", "verify", case, "--org-key", vkey)["verdict"].startswith("verified")
    office("keys", "revoke", str(home.keys / "bench.vkey"), "--reason", "stolen", "-o", note, *with_key)
    assert "taken the key" in office("evidence", "verify", case)
    stranger = Command(tmp_path / "stranger", capsys)
    assert "taken the key" in stranger("evidence", "verify", case, "--org-key", vkey, "--revoked", note)
    stranger("evidence", "verify", case, "--revoked", note, exits=2)


def test_an_epoch_after_a_restore(sealbench: Command, home: Home) -> None:
    """A deleted ledger: the bench is refused with the command to call, and that command says what is lost."""
    pack(home)
    home.ledger_file.unlink()
    with pytest.raises(Exception, match="sealbench evidence epoch --reason TEXT --by WHO"):
        pack(home)
    said = sealbench("evidence", "epoch", "--reason", "disk failed", "--by", "Li")
    assert "local/B01/2 has begun: gone" in said
    assert "lost of local/B01/1: from entry 0 to 2, known to its own memory" in said
    pack(home)
    for words in (
        ("--by", "Li"),
        ("--reason", "x"),
        ("--reason", "a\x07b", "--by", "Li"),
        ("--reason", "", "--by", "Li"),
    ):
        with pytest.raises(SystemExit):
            sealbench("evidence", "epoch", *words)


def test_wrong_files(sealbench: Command, home: Home, tmp_path: Path, secret: str) -> None:
    """A wrong passphrase, a missing file and a foreign one are one sentence each, and change nothing."""
    pack(home)
    out = str(tmp_path / "org.pem")
    sealbench("keys", "export-org", "-o", out, "--passphrase-file", secret)
    (tmp_path / "wrong").write_text("another passphrase\n")
    for key, passphrase in ((out, "wrong"), (str(tmp_path / "nothing"), "wrong"), (secret, "passphrase")):
        words = ("--org-key", key, "--passphrase-file", str(tmp_path / passphrase))
        sealbench("keys", "rotate", "--reason", "x", "--by", "Li", *words, exits=1)
        assert sealbench.err.count("\n") == 1
    assert sealbench.json("keys", "show")["log"] == "local/B01/1: 3 entries"
    assert json.loads(sealbench("evidence", "audit", "--json"))["earlier"] == []
