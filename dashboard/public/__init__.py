"""The public door: plain pages for citizens and open data, served beside the dashboard."""
