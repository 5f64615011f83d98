"""Where each datum of the generated text went in a draft that people edited."""
