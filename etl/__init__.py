"""From files to facts: reading, recognising, checking and storing what offices send."""
