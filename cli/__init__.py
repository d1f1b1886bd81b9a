"""The command line `monev`: a contract that others script against."""
