"""A key in the system's key store: only a trusted one, and the bundle says which."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from station.errors import SettingsTrouble, Trouble
from station.evidence import keys
from station.evidence.key_store import SystemStore, system_store, wanted_store
from station.evidence.keys import enrol, load, make_bench_key
from station.evidence.memory import Remembered, StoreMemory
from station.home import Home
from tests.evidence.conftest import chance


class KeyringError(Exception):
    """As ``keyring.errors`` has it."""


class Backend:
    """Stands for one of keyring's backends."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, user: str) -> str | None:
        if self.locked:
            raise KeyringError("the collection is locked")
        return self.kept.get((service, user))

    def set_password(self, service: str, user: str, secret: str) -> None:
        if self.locked:
            raise KeyringError("the collection is locked")
        self.kept[service, user] = secret

    def delete_password(self, service: str, user: str) -> None:
        if (service, user) not in self.kept:
            raise KeyringError("not found")
        del self.kept[service, user]


Backend.__module__ = "keyring.backends.SecretService"


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> Backend:
    """A desktop with an unlocked Secret Service."""
    made = Backend()
    keyring, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    keyring.get_keyring = lambda: made  # type: ignore[attr-defined]
    errors.KeyringError = KeyringError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return made


def test_a_key_in_the_store(home: Home, backend: Backend) -> None:
    """The file names the key only, the store has it, and what protects it is said."""
    made = enrol(home, org="acme", bench="B01", epoch=1, random_bytes=chance(), store=wanted_store("auto"))
    assert (home.keys / "bench.key").read_text().startswith("KEY+STORE+acme/B01+")
    assert made.bench.seed.hex() not in (home.keys / "bench.key").read_text()
    assert load(home, org="acme", bench="B01") == made
    assert made.protection == "the system's key store: Secret Service"
    assert list(backend.kept.values()) == [made.bench.text()]


def test_a_new_key_replaces_the_old_one(home: Home, backend: Backend) -> None:
    """The store does not keep a key that was rotated away."""
    random_bytes = chance()
    for _ in range(2):
        make_bench_key(home, org="acme", bench="B01", random_bytes=random_bytes, store=wanted_store("system"))
    assert len(backend.kept) == 1


def test_a_store_that_does_not_answer(home: Home, backend: Backend) -> None:
    """A locked store, an emptied one and a machine without it are one sentence each."""
    enrol(home, org="acme", bench="B01", epoch=1, random_bytes=chance(), store=wanted_store("auto"))
    backend.locked = True
    with pytest.raises(Trouble, match="does not answer: the collection is locked"):
        load(home, org="acme", bench="B01")
    backend.locked = False
    backend.kept.clear()
    with pytest.raises(Trouble, match="does not give it out"):
        load(home, org="acme", bench="B01")


def test_no_store(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without keyring a file is used, unless the settings insist."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert system_store() is None
    assert wanted_store("auto") is None
    with pytest.raises(SettingsTrouble, match="no key store"):
        wanted_store("system")


def test_a_store_in_the_open_is_none(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backend that writes plain files, and one that says itself that it does not work, are not used."""
    monkeypatch.setattr(Backend, "priority", 0.0)
    assert system_store() is None
    monkeypatch.setattr(Backend, "priority", 5.0)
    monkeypatch.setattr(Backend, "__module__", "keyrings.alt.file")
    assert system_store() is None


def test_a_file_by_wish(backend: Backend) -> None:
    """``file`` asks no store."""
    assert wanted_store("file") is None
    assert backend.kept == {}


def test_a_memory_in_the_store(home: Home, backend: Backend) -> None:
    """The store remembers too, each bench key by itself."""
    bench = keys.signing_key("acme/B01", b"k" * 32).public
    memory = StoreMemory(SystemStore(backend, "Secret Service"))
    assert memory.read(bench) is None
    memory.write(bench, Remembered(note="n", home="/home/bench"))
    assert memory.read(bench) == Remembered(note="n", home="/home/bench")
    assert memory.read(keys.signing_key("acme/B02", b"k" * 32).public) is None
