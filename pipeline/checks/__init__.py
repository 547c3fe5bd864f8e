"""One rule a file: what it is called, what it rests on, and the rule itself on typed facts."""
