"""How figures, money, dates and words are written for people."""
