"""One document type a file: how it is recognised, which fields and marks it has, how they are read."""
