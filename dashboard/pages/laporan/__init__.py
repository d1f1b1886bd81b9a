"""The page of reports: made, downloaded, printed again."""
