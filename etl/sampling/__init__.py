"""The made-up province, part by part: offices, files, money, complaints and survey."""
