#!/usr/bin/env bash
# Make the virtual environment from the hashed lock, with the first fitting Python of this machine.
set -euo pipefail
venv=${1:-.venv}

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# a script of an environment names, in its first line, the place that the environment was made for
made_for() { sed -n '1s|^#!\(.*\)/bin/python.*|\1|p' "$venv/bin/pip" 2>/dev/null || true; }

if [ -L "$venv" ] || { [ -n "$(made_for)" ] && [ "$(made_for)" != "$(pwd -P)/${venv#./}" ]; }; then
    echo "$venv belongs to another checkout ($(made_for)). Remove it here and run make setup again; the other one stays as it is." >&2
    exit 1
fi
if [ -x "$venv/bin/python" ] && ! fits "$venv/bin/python"; then
    rm -rf "$venv"
fi
if [ ! -x "$venv/bin/python" ]; then
    python=
    for candidate in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
        if fits "$candidate"; then
            python=$candidate
            break
        fi
    done
    if [ -z "$python" ]; then
        echo "Monev PTSP needs Python 3.11 or newer: install it, or name it with PYTHON=/path/to/python make setup." >&2
        exit 1
    fi
    rm -rf "$venv"
    if ! "$python" -m venv "$venv"; then
        rm -rf "$venv"
        echo "$python cannot make a virtual environment: install its venv package (on Debian and Ubuntu: python3-venv) and try again." >&2
        exit 1
    fi
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1
echo "Installing the locked packages into $venv …"
"$venv/bin/python" -m pip install --quiet --no-compile --no-deps --require-hashes --requirement requirements.lock
# on all processors, where pip uses one; the packages' own tests are not run here
"$venv/bin/python" -m compileall -q -j 0 -x '/tests/' "$venv/lib" >/dev/null || true
"$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation \
    --config-settings editable_mode=compat --editable .
