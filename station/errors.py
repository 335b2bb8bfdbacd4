"""The few exceptions the world can cause. Each says what happened, where, and what to do; none is a bug.

A packer's mistake is never one of these (it is an event with a reason), and a bug never is either (it stops the bench).
"""

from __future__ import annotations


class Trouble(Exception):
    """The world's fault, in one sentence for a person. ``exit_code`` is what a verb ends with."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(self.sentence())

    def sentence(self) -> str:
        place = f" ({self.where})" if self.where else ""
        end = "" if self.what.endswith("?") and not place else "."
        act = f" {self.remedy}" if self.remedy else ""
        return f"{self.what}{place}{end}{act}"


class UsageTrouble(Trouble):
    exit_code = 2


class SettingsTrouble(Trouble):
    exit_code = 3


class DeviceTrouble(Trouble):
    exit_code = 4


class BookUnreachable(Trouble):
    exit_code = 5


class SchemaTrouble(Trouble):
    exit_code = 6


class VerificationFailed(Trouble):
    exit_code = 7


class LedgerInUse(Trouble):
    """Another program of this machine writes to the ledger; whatever waits is written by that one."""


class LedgerBroken(Trouble):
    """The ledger on disk cannot be trusted or written. The bench stops acknowledging."""


class LedgerForked(LedgerBroken):
    """Elsewhere more or other entries of this log are known than it has: it must not be gone on with under its name."""
