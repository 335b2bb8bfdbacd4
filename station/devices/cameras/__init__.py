"""Cameras that see what is packed: where pictures come from, what is burned in, and how they become video."""
