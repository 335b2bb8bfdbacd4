"""Missing shared libraries: found by ldd's words, and turned into one line to run."""

from __future__ import annotations

from station.system_libraries import Missing, install_line, missing, not_found, packages

LISTING = """\
\tlinux-vdso.so.1 (0x00007ffd5c5f2000)
\tlibQt6Gui.so.6 => /opt/qt/lib/libQt6Gui.so.6 (0x00007f0000000000)
\tlibxcb-cursor.so.0 => not found
\tlibEGL.so.1 => not found
"""


def test_what_ldd_does_not_find() -> None:
    """Exactly the libraries that ldd says are not found."""
    assert not_found(LISTING) == ["libxcb-cursor.so.0", "libEGL.so.1"]
    assert not_found("\tstatically linked\n") == []


def test_the_one_line_to_run() -> None:
    """Known libraries become one apt-get line without repetition; unknown ones are named for a search."""
    glib = Missing(soname="libglib-2.0.so.0", package="libglib2.0-0")
    gthread = Missing(soname="libgthread-2.0.so.0", package="libglib2.0-0")
    other = Missing(soname="libother.so.3", package="")
    assert packages((glib, gthread, other)) == ["libglib2.0-0"]
    assert install_line((glib, gthread)) == "sudo apt-get install -y libglib2.0-0"
    assert install_line((glib, other)).endswith("; look for the packages that hold libother.so.3")
    assert install_line(()) == ""


def test_qt_finds_all_it_needs_here() -> None:
    """Where the tests run, nothing is missing that Qt needs without a screen."""
    assert missing(("plugins/platforms/libqoffscreen.so", "lib/libQt6Widgets.so.6")) == ()


def test_a_file_that_is_not_there_misses_nothing() -> None:
    """Another platform's folder of Qt has other files; those that are not there are passed over."""
    assert missing(("plugins/platforms/no-such-plug-in.so",)) == ()
