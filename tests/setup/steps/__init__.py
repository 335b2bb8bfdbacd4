"""Each step's own talk."""
