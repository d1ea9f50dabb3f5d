"""Upheld: from what UN human-rights mechanisms say to a State to what was done about it."""

__version__ = "0.1.0"
