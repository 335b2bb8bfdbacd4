"""Measurements of the program beside floors and peers taken in the same run. Nothing is asserted here."""
