"""Layouts and phrase forms that come with the program; a marker, so that they are packaged and found."""
