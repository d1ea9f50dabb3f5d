#!/bin/sh
# Writes requirements.txt and requirements-dev.txt anew from pyproject.toml: every package with its
# version and the hashes of all its files, for every system and Python that Upheld supports. The
# tool that does it lives in a folder of its own, so it is never part of what it locks.
#
#   tools/lock.sh             adds what is missing, keeps every other version
#   tools/lock.sh --upgrade   takes the newest version of everything
#
# The lists carry no address: they install from whichever package index pip is set up with.
set -eu
cd "$(dirname "$0")/.."
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT INT TERM
python3 -m venv "$tool/venv"
"$tool/venv/bin/pip" install --quiet --disable-pip-version-check uv

compile() {
    env -u PIP_FIND_LINKS -u UV_FIND_LINKS "$tool/venv/bin/uv" pip compile --quiet --no-config \
        --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate "$@"
}

compile --group build pyproject.toml --output-file requirements.txt "$@"
compile --group build --group dev --constraint requirements.txt pyproject.toml \
    --output-file requirements-dev.txt "$@"
