"""What the specimen papers say: recommendations, dialogue, names, as plain text files."""
