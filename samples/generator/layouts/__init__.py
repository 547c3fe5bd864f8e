"""The papers: one module for each kind, every kind in several prints."""
