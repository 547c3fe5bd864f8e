"""Do two pictures of text say the same, character for character?"""
