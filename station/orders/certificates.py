"""Why a server's certificate is not believed: the client's library says only that it is not.

Asked once, when a connection has failed for that reason; nothing is sent to the server but the wish for TLS.
"""

from __future__ import annotations

import socket
import ssl
import struct
from typing import Any, Final

from station.clock import SystemClock
from station.errors import BookUnreachable, Trouble

MARK: Final = "certificate verify failed"
WAIT_S: Final = 3
_TLS_WISH: Final = struct.pack("!ii", 8, 80_877_103)
"""PostgreSQL's SSLRequest: a client asks for TLS before it says anything else."""


def explained(trouble: Trouble, error: Any) -> Trouble:
    """The same trouble with the server's own dates, where they are the reason; else unchanged."""
    connection = getattr(error, "pgconn", None)
    if MARK not in str(error) or connection is None or not connection.host or connection.host.startswith(b"/"):
        return trouble
    try:
        begins, ends, now = _validity(connection.host.decode(), int(connection.port))
    except (OSError, ValueError):
        return trouble
    if ends < now:
        what = f"the certificate of the order book's server expired on {ends[:10]}"
        return BookUnreachable(what, where=trouble.where, remedy="Put a new one on the server.")
    if begins > now:
        what = f"the certificate of the order book's server begins only on {begins[:10]}"
        return BookUnreachable(what, where=trouble.where, remedy="Set this machine's clock, or the server's.")
    what = "the certificate of the order book's server is signed by somebody this bench does not know"
    return BookUnreachable(what, where=trouble.where, remedy="Put who signed it into the file that sslrootcert names.")


def _validity(host: str, port: int) -> tuple[str, str, str]:
    """From when and until when it holds, and the time now, each as text that sorts."""
    from datetime import UTC, datetime

    from cryptography import x509

    unasked = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    unasked.check_hostname = False
    unasked.verify_mode = ssl.CERT_NONE  # only its dates are looked at, and nothing is told to it
    with socket.create_connection((host, port), timeout=WAIT_S) as plain:
        plain.sendall(_TLS_WISH)
        if plain.recv(1) != b"S":
            raise ValueError("it speaks no TLS")
        with unasked.wrap_socket(plain) as wrapped:
            shown = wrapped.getpeercert(binary_form=True)
    now = datetime.fromtimestamp(SystemClock().now().wall_us / 1e6, UTC)
    certificate = x509.load_der_x509_certificate(shown or b"")
    times = (certificate.not_valid_before_utc, certificate.not_valid_after_utc, now)
    begins, ends, today = (each.strftime("%Y-%m-%dT%H:%M:%S") for each in times)
    return begins, ends, today
