"""Document → facts with their spans: one file for each kind of document."""
