"""How numbers and units are written."""
