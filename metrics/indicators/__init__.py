"""One file an indicator: what registers here appears wherever figures are shown."""
