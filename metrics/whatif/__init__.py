"""Recorded cases replayed under a change of the process."""
