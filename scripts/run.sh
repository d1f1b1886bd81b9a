#!/usr/bin/env bash
# Open the dashboard; an empty store is filled with the sample province first.
set -euo pipefail
store=$1
port=$2
monev="$(cd "$(dirname "$0")/.." && pwd)/.venv/bin/monev"

if [ ! -e "$store/published/current.json" ]; then
    echo "Penyimpanan masih kosong: memuat provinsi contoh (data buatan) …"
    "$monev" sample --store "$store"
fi
exec "$monev" serve --store "$store" --port "$port"
