"""Keys on disk: made once, whole or not at all, and refused when they do not belong together."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import SettingsTrouble, Trouble
from station.evidence.checkpoint import open_note
from station.evidence.keys import Keys, enrol, load, owned_org_key, signature_ok
from station.home import Home
from tests.evidence.conftest import chance


def enrolled(home: Home) -> Keys:
    return enrol(home, org="acme", bench="B01", epoch=1, random_bytes=chance())


def test_enrolment(home: Home) -> None:
    """The organisation's key signs the bench's, from its first epoch on."""
    keys = enrolled(home)
    text = open_note(keys.enrolment, keys.org, signature_ok)
    assert text == f"sealbench-enrolment/1\n{keys.bench.public.text()}\n1\nfirst use\n"
    assert (keys.org.name, keys.bench.public.name) == ("acme", "acme/B01")
    assert owned_org_key(home) == keys.org


def test_made_once(home: Home) -> None:
    """Enrolling again, after a crash at any step, gives the same keys."""
    keys = enrolled(home)
    (home.keys / "enrolment.txt").unlink()
    (home.keys / "bench.key.new").write_text("torn")
    assert enrolled(home) == keys == load(home, org="acme", bench="B01")


def test_an_organisation_key_kept_elsewhere(home: Home) -> None:
    """A bench works with its enrolment alone; then the home owns no organisation key."""
    keys = enrolled(home)
    (home.keys / "org.key").unlink()
    assert load(home, org="acme", bench="B01") == keys
    assert owned_org_key(home) is None


def test_other_names(home: Home) -> None:
    """Keys of another bench or organisation are not used."""
    enrolled(home)
    for org, bench in (("acme", "B02"), ("other", "B01")):
        with pytest.raises(SettingsTrouble, match="belongs to acme"):
            load(home, org=org, bench=bench)


@pytest.mark.parametrize("name", ["bench.key", "org.vkey", "enrolment.txt"])
@pytest.mark.parametrize("content", [b"", b"PRIVATE+KEY+a+b+c", b"\xff", b"x\n\n\xe2\x80\x94 acme AAAA\n"])
def test_damaged_files(home: Home, name: str, content: bytes) -> None:
    """A damaged key file is one sentence with the file's name."""
    enrolled(home)
    (home.keys / name).write_bytes(content)
    with pytest.raises(Trouble, match=name):
        load(home, org="acme", bench="B01")


def test_a_foreign_enrolment(home: Home, tmp_path: Path) -> None:
    """An enrolment of another key is refused."""
    enrolled(home)
    random_bytes = chance()
    random_bytes(32)
    other = enrol(Home(tmp_path / "other"), org="acme", bench="B01", epoch=1, random_bytes=random_bytes)
    (home.keys / "enrolment.txt").write_text(other.enrolment)
    (home.keys / "org.vkey").write_text(other.org.text())
    with pytest.raises(Trouble, match="enrols another key"):
        load(home, org="acme", bench="B01")


def test_a_key_that_others_can_read(home: Home) -> None:
    """The bundle will say when the key's file was open to others."""
    enrolled(home)
    (home.keys / "bench.key").chmod(0o644)
    assert "others may have read it" in load(home, org="acme", bench="B01").protection
