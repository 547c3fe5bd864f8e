"""What the picture itself shows: pure functions on arrays. No text, no rules."""
