"""Many claims: which uploads there are, which are done already, and one upload from file to report."""
