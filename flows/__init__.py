"""Thin Prefect flows over the pipeline: a batch now, and the sweep of every night."""
