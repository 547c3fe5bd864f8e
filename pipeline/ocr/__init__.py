"""What the page says: engines that find lines of text and read them."""
