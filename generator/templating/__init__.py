"""Templates, strictly sandboxed, and the marked text that they give back as a document."""
