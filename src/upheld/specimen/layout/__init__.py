"""How specimen papers are set: the Typst source of UN layouts."""
