"""What can be seen in any report's text without its data: sentences, headings, parts, quantities."""
