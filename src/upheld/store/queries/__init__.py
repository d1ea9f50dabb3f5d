"""Questions to the tables, each answered in a fixed number of queries."""
