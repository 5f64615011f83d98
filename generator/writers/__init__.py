"""Writers: a Document becomes bytes or text of one format; one module per format, named after its suffix."""
