"""`python -m cli`, the same as `monev`."""

from cli.main import main

main()
