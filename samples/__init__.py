"""Synthetic claims: the generator that draws them, its fonts, and a few finished ones with their truth."""
