"""What anybody may know: one fixed set of tables, small counts and their remainders withheld."""
