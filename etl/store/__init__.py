"""The facts: batches, history, undo, archive, lock, doctor; one writer at a time."""
