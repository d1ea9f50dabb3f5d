"""Meaning: what a text is about, what it asks for, and whether two texts ask for the same."""
