"""Data made ready for print: one namespace of facts, with derived values computed."""
