"""From facts to counts to indicators: every figure of the project is computed here."""
