"""Running the rules over drafts: which apply, what was found, what was waived, what was not checked."""
