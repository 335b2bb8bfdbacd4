"""Mettler Toledo 8213: the same frames and commands as 8217 (DIVA service manual, 6.1.4), found by its own name."""

from __future__ import annotations

from station.devices.scales import toledo_8217

speaks = "toledo-8213"
names_unit = False
Dialect = toledo_8217.Dialect
EXAMPLES = toledo_8217.EXAMPLES
