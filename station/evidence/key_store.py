"""The system's own store for secrets: Windows' credentials (DPAPI), the Secret Service of a Linux desktop.

Reached through ``keyring``, an optional extra. A store that keeps its secrets in the open counts as none.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any, Protocol

from station.errors import SettingsTrouble, Trouble

SERVICE = "sealbench"
MEMORY = "sealbench memory"

_TRUSTED = ("keyring.backends.Windows", "keyring.backends.SecretService", "keyring.backends.macOS")
_TRUSTED_MORE = ("keyring.backends.kwallet", "keyring.backends.libsecret")


class KeyStore(Protocol):
    @property
    def name(self) -> str: ...  # as a bundle names it

    def get(self, service: str, user: str) -> str | None: ...

    def put(self, service: str, user: str, secret: str) -> None: ...

    def drop(self, service: str, user: str) -> None: ...


@dataclass(frozen=True, slots=True)
class SystemStore:
    """``backend`` is one of ``keyring``'s; every trouble it has becomes one sentence."""

    backend: Any
    name: str

    def get(self, service: str, user: str) -> str | None:
        try:
            found = self.backend.get_password(service, user)
        except _troubles() as error:
            raise self._trouble(error) from None
        return None if found is None else str(found)

    def put(self, service: str, user: str, secret: str) -> None:
        try:
            self.backend.set_password(service, user, secret)
        except _troubles() as error:
            raise self._trouble(error) from None

    def drop(self, service: str, user: str) -> None:
        """What is not there is dropped already."""
        try:
            self.backend.delete_password(service, user)
        except _troubles() as error:
            if self.get(service, user) is not None:
                raise self._trouble(error) from None

    def _trouble(self, error: BaseException) -> Trouble:
        return Trouble(
            f"the system's key store does not answer: {error or type(error).__name__}",
            where=self.name,
            remedy="Unlock it and sign in as the user that this bench belongs to.",
        )


def system_store() -> SystemStore | None:
    """The key store of this machine and user; None where there is none, or where ``keyring`` is not installed."""
    try:
        keyring = importlib.import_module("keyring")
        found = keyring.get_keyring()
    except (ImportError, RuntimeError):
        return None
    return next((_store(one) for one in (found, *getattr(found, "backends", ())) if _trusted(one)), None)


def wanted_store(wish: str) -> KeyStore | None:
    """What ``evidence.key_store`` asks for. ``SettingsTrouble`` when it must be the system's and there is none."""
    if wish == "file":
        return None
    store = system_store()
    if store is None and wish == "system":
        raise SettingsTrouble(
            "this machine has no key store that can be used",
            where="evidence.key_store",
            remedy='Install the extra "keyring" and sign in to the desktop, or set key_store = "file".',
        )
    return store


def _trusted(backend: object) -> bool:
    return type(backend).__module__.startswith(_TRUSTED + _TRUSTED_MORE) and float(getattr(backend, "priority", 0)) > 0


def _store(backend: Any) -> SystemStore:
    kind = type(backend).__module__.rsplit(".", 1)[-1]
    said = {"Windows": "Windows credentials (DPAPI)", "SecretService": "Secret Service"}
    return SystemStore(backend, said.get(kind, kind))


def _troubles() -> tuple[type[BaseException], ...]:
    """What a store may raise: its own errors, and those of the bus behind it."""
    errors = importlib.import_module("keyring.errors")
    return (errors.KeyringError, OSError, RuntimeError)
