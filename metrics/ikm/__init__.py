"""The satisfaction index (IKM) and what stands around it."""
