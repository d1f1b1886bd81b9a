"""The script that Streamlit runs anew for every view: it only calls the shell."""

from dashboard.shell import main

main()
