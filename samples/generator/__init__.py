"""Draws claims of fictional people as a scanner, a phone or a fax would have delivered them, with their truth."""
