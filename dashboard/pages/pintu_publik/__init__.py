"""The page Pintu publik: an office opens or closes its door for anybody."""
