"""Bytes to pages: hostile bytes end here, inside limits."""
