"""``python -m upheld.cli`` is ``upheld``, for places where scripts are not on the path."""

from upheld.cli.main import main

main()
