"""Word files as such, for readers and writers alike: the bounded zip, the safe parser, every character."""
