"""One function a chart: a tidy frame in, a Plotly figure out."""
