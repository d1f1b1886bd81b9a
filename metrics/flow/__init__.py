"""The ways that cases really take through the stages of an office."""
