"""One module a screen. Views read through ``store.queries`` and change through ``services``."""
