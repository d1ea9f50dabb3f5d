"""Upheld: from what the United Nations human-rights system says to a State to what was done about it."""

__version__ = "0.1.0"
