"""What the web server runs, apart from `pages/` so that Streamlit does not list those itself."""
