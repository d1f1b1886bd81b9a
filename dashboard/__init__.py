"""What people look at: pages, charts, reports, and who may see what."""
