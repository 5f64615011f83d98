"""The text against the data it was generated from."""
