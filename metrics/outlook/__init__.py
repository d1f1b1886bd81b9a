"""How long open cases still take: ranges from counts, and how often they held."""
