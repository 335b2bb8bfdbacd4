"""python-escpos as a peer. Its import makes a temporary folder and leaves it; here that lies where the caller says."""

from __future__ import annotations

import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from PIL import Image


class PeerEscpos:
    """Its printer without a printer, and its own way with pictures."""

    def __init__(self, folder: Path) -> None:
        before, tempfile.tempdir = tempfile.tempdir, str(folder)
        try:
            from escpos.printer import Dummy
        finally:
            tempfile.tempdir = before
        self._printer = Dummy()

    def image(self, picture: Image.Image, *, form: str = "bitImageRaster") -> bytes:
        """The picture and a cut."""
        self._printer.clear()
        with redirect_stdout(StringIO()):  # it says for each picture that its profile has no width
            self._printer.image(picture, impl=form, center=False)
        self._printer.cut()
        return bytes(self._printer.output)
