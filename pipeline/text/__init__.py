"""Pure functions on strings: normalising, dates, numbers of persons and companies, captions."""
