"""The command line: thin commands; `upheld parse` and `upheld doctor` need no Django."""
