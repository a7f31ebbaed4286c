"""The command line as ``python -m newsdiff.cli``."""

from newsdiff.cli import main

main()
