"""Rows → bytes: CSV, XLSX, JSON, PDF and DOCX; the mirror of ``upheld.reading``."""
