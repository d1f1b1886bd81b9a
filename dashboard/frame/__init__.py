"""Around every page: navigation, place and period, the address, who may see what, the audit."""
