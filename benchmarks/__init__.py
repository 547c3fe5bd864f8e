"""Measurements: what the pipeline gets right on generated claims, and how fast, beside its peers."""
