#!/usr/bin/env bash
# Pin every package with its hashes for Python 3.11 to 3.13 and all systems; the lock names no address.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool" 2>/dev/null || .venv/bin/python -m venv "$tool"
"$tool/bin/pip" install --quiet uv
"$tool/bin/uv" pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
    --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet "$@" --output-file requirements.lock
if grep -n '://' requirements.lock; then
    echo "requirements.lock names an address; it must not." >&2
    exit 1
fi
echo "requirements.lock: $(grep -c '==' requirements.lock) packages"
