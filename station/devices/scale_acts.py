"""What a bench asks of its scales, among all its devices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from station.devices.device import Device, Scale


def say_again(devices: Sequence[Device]) -> None:
    for scale in _scales(devices):
        scale.say_again()


def zero(devices: Sequence[Device]) -> None:
    for scale in _scales(devices):
        scale.zero()


def can_zero(devices: Sequence[Device]) -> bool:
    """One that cannot must be zeroed at its own key, and the others with it."""
    scales = tuple(_scales(devices))
    return bool(scales) and all(scale.zeroes for scale in scales)


def _scales(devices: Sequence[Device]) -> Iterator[Scale]:
    return (device for device in devices if isinstance(device, Scale))
