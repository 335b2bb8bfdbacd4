"""Which machine this is, as far as its system says, so that a ledger that wakes up on another one is noticed.

Only a hash leaves this file: the system's own number is not to be spread. It catches accidents, not attackers.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path


def machine_mark(bench: str) -> str:
    """Different for each machine and bench; ``""`` where the system does not say, and then nothing is compared."""
    number = _number()
    return hashlib.sha256(f"sealbench-machine|{bench}|{number}".encode()).hexdigest() if number else ""


if sys.platform == "win32":
    import winreg

    def _number() -> str:
        """What Windows gives a machine when it is installed."""
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""

else:
    _FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))

    def _number() -> str:
        """systemd's number of this installation (machine-id(5)); a cloned disk has it too until it gets a new one."""
        for file in _FILES:
            try:
                number = file.read_text("ascii").strip()
            except (OSError, UnicodeDecodeError):
                continue
            if number and number != "uninitialized":
                return number
        return ""
