"""LPrint, a host and an encoder that are not ours, asks our virtual ZPL printer and prints on it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from station.devices.virtual.firmware import Label, Question
from station.devices.virtual.zpl_firmware import ZplFirmware
from station.labels.samples import SAMPLES
from tests.devices.pictures import domestic
from tests.devices.test_real_ipp import NAMESPACE

VECTOR = Path(__file__).parent.parent / "vectors" / "zpl" / "lprint_1.1.0_dg_acs_output.zpl"
NEEDED = ("lprint", "avahi-daemon", "dbus-daemon", "unshare", "ip")


@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_what_lprint_sent_is_understood(size: int) -> None:
    """Recorded bytes of LPrint: its questions are heard, its stored picture is printed, once, however they are cut."""
    raw, firmware = VECTOR.read_bytes(), ZplFirmware()
    heard = [one for start in range(0, len(raw), size) for one in firmware.feed(raw[start : start + size])]
    labels = [one.picture for one in heard if isinstance(one, Label)]
    assert [one.name for one in heard if isinstance(one, Question)] == [b"~HQES", b"~HS"] * 2
    assert len(labels) == 1
    assert labels[0] is not None
    assert (labels[0].width_dots, labels[0].height_dots) == (816, 1218)


def test_lprint_prints_here(tmp_path: Path, qapp: object) -> None:
    """A label's picture through LPrint comes out of the virtual printer with its codes readable."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if sys.platform != "linux" or missing:
        pytest.skip(f"not tried: {', '.join(missing) or 'Linux'} missing (Debian: lprint avahi-daemon dbus iproute2)")
    if subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False).returncode:
        pytest.skip("not tried: this user may not make a network namespace")
    (tmp_path / "label.png").write_bytes(domestic(qapp).png)
    script = Path(__file__).parent / "private_lprint.sh"
    command = [*NAMESPACE, "sh", str(script), str(tmp_path), sys.executable, str(tmp_path / "label.png")]
    ran = subprocess.run(command, capture_output=True, timeout=100, check=False)
    assert ran.stdout.split() == [b"label-0001.png"], ran.stderr.decode()
    image = QImage(str(tmp_path / "out" / "label-0001.png")).convertToFormat(QImage.Format.Format_Grayscale8)
    assert str(SAMPLES["domestic"].waybill) in {code.text for code in zxingcpp.read_barcodes(image)}
