"""Any published report to a workspace: outline, sentences, and its numbers as data."""
