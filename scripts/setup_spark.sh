#!/usr/bin/env bash
# Puts Apache Spark beside the project: an environment of its own that borrows the project's packages.
set -euo pipefail
cd "$(dirname "$0")/.."

own="${1:-.venv}"
beside="${2:-.venv-spark}"

command -v java >/dev/null || {
    echo "Spark needs Java 17 or newer (Debian: default-jre-headless)." >&2
    exit 1
}
rm -rf "$beside"
"$own/bin/python" -m venv --without-pip "$beside"
packages=$("$own/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')
site=$("$beside/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')
echo "import site; site.addsitedir('$packages')" > "$site/project.pth"
"$beside/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
    --require-hashes --requirement scripts/spark.txt
touch "$beside/.ready"
