"""Django settings: ``embedded`` for one computer, ``server`` for a ministry, ``tests``."""
