"""Readers: bytes or text of one format become a Document; one module per format, named after its suffix."""
