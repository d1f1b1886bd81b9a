"""Facts to count tables, each count defined once with Ibis, on DuckDB or Spark."""
