"""A real IPP printer, CUPS' own ippeveprinter, in a network of its own: what we send is what it spools."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from station.devices.printers import pdf

NEEDED = ("ippeveprinter", "avahi-daemon", "dbus-daemon", "unshare", "ip")
NAMESPACE = ("unshare", "-m", "-n", "-p", "-f", "--mount-proc")


def _why_not() -> str:
    """Why it cannot be tried here, or nothing."""
    if sys.platform != "linux":
        return "ippeveprinter is tried on Linux only"
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        return f"not tried: {', '.join(missing)} missing (Debian: cups-ipp-utils avahi-daemon dbus iproute2)"
    allowed = subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False).returncode == 0
    return "" if allowed else "not tried: this user may not make a network namespace"


def test_a_page_on_a_real_ipp_printer(tmp_path: Path) -> None:
    """The label's page arrives byte for byte, and the printer's own "completed" makes it printed."""
    if reason := _why_not():
        pytest.skip(reason)
    page = tmp_path / "label.pdf"
    page.write_bytes(pdf.encode(bytes(range(256)) * 4, 64, 128))
    script = Path(__file__).parent / "private_ipp.sh"
    client = [sys.executable, "-m", "tests.devices.ipp_client", "ipp://localhost:18631/ipp/print", str(page)]
    ran = subprocess.run(
        [*NAMESPACE, "sh", str(script), str(tmp_path), *client], capture_output=True, timeout=100, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert json.loads(ran.stdout)["state"] == "printed"
    (spooled,) = (tmp_path / "spool").iterdir()
    assert spooled.read_bytes() == page.read_bytes()
