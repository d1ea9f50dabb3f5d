# Prepares .venv from the locked list of packages. Sourced by ./run and ./test (POSIX sh).
#
#   . tools/bootstrap.sh            from the root of the checkout
#   bootstrap requirements.txt      the program alone
#   bootstrap requirements-dev.txt  the program and everything its tests need
#
# A lock that has been installed before is not installed again: .venv/.stamp keeps the sums of the
# locks that .venv holds. Nothing outside the checkout is changed.

say() { printf '%s\n' "$*" >&2; }

# The first Python of version 3.11 or later; UPHELD_PYTHON names another one.
find_python() {
    for candidate in ${UPHELD_PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    say "Upheld needs Python 3.11 or later, and none was found."
    say "On Debian or Ubuntu: apt-get install python3 python3-venv"
    say "Elsewhere: install it from python.org, or name it: UPHELD_PYTHON=/path/to/python3 ./run"
    return 1
}

make_venv() {
    python=$(find_python) || return 1
    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        say "$python cannot make a virtual environment: its venv module is not complete."
        say "On Debian or Ubuntu: apt-get install python3-venv"
        return 1
    fi
    say "Preparing .venv with $("$python" --version) ..."
    "$python" -m venv .venv
}

# What decides whether .venv is up to date: the lock, what the program declares of itself, and the
# place of the checkout, which .venv cannot follow when it is moved.
lock_sum() { { cat "$1" pyproject.toml; pwd; } | cksum; }

bootstrap() {
    lock=$1
    sum=$(lock_sum "$lock")
    if [ -x .venv/bin/python ] && grep -qxF "$lock $sum" .venv/.stamp 2>/dev/null; then
        .venv/bin/python tools/messages.py compile
        return
    fi
    [ -x .venv/bin/python ] || make_venv || return 1
    say "Installing the packages listed in $lock; the first time takes a few minutes ..."
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: --requirement "$lock" || return 1
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
        --no-deps --no-build-isolation --editable . || return 1
    .venv/bin/python tools/messages.py compile || return 1
    # The packages for the tests include those of the program.
    if [ "$lock" = requirements-dev.txt ]; then
        printf '%s\n' "$lock $sum" "requirements.txt $(lock_sum requirements.txt)" >.venv/.stamp
    else
        printf '%s\n' "$lock $sum" >.venv/.stamp
    fi
}
