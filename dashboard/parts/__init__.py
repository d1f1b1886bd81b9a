"""The pieces that several pages are made of: cards, tables, case lists, marks, their words."""
