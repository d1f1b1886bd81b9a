"""The script that Streamlit runs anew for every view: it only calls the shell."""

from dashboard.frame.shell import main

main()
