"""Finding one part by name: a module named by its file, or an entry point of another package. No list to edit.

A part is a module with ``speaks`` at its top; nothing but its import happens when it is found.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType
from typing import Final

from station.errors import SettingsTrouble

PACKAGES: Final = MappingProxyType(
    {
        "scanner": "station.devices.scanners",
        "scale": "station.devices.scales",
        "printer": "station.devices.printers",
        "confirmation": "station.orders.confirmations",
    }
)


def find(kind: str, name: str) -> ModuleType:
    """The module of ``kind`` whose ``speaks`` is ``name``; ``mt-sics`` lives in ``mt_sics.py``."""
    if name in _shipped(kind):
        return import_module(f"{PACKAGES[kind]}.{_file_of(name)}")
    for entry in entry_points(group=_group(kind)):
        if entry.name == name:
            module = entry.load()
            assert isinstance(module, ModuleType), f"entry point {name} of {_group(kind)} is not a module"
            return module
    raise SettingsTrouble(f"no {kind} speaks {name!r}; known: {', '.join(known(kind))}")


def known(kind: str) -> list[str]:
    """Every name of ``kind``, sorted; nothing is imported to know it."""
    return sorted({*_shipped(kind), *(entry.name for entry in entry_points(group=_group(kind)))})


def _shipped(kind: str) -> list[str]:
    package = import_module(PACKAGES[kind])
    return [module.name.replace("_", "-") for module in iter_modules(package.__path__)]


def _file_of(name: str) -> str:
    return name.replace("-", "_")


def _group(kind: str) -> str:
    return f"sealbench.{kind}s"
