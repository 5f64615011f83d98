"""Numbers in words and digits, and finding them in text."""
