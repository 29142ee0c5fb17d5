#!/bin/sh
# Makes .venv and installs a lock file into it, unless that is done: install.sh LOCK
set -eu
cd "$(dirname "$0")/.."

lock=$1
stamp=.venv/installed-$lock # a copy of the lock as it was installed
log=.venv/install.log

refuse() {
    printf '%s\n' "" "$@" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if new_enough "$python"; then
            echo "$python"
            return
        fi
    done
    found=$(python3 --version 2>/dev/null || echo "no Python 3")
    refuse "Besa needs Python 3.11 or newer, and found $found." \
        "Install a newer one, or name it: make run PYTHON=/path/to/python3.12"
}

if [ -x .venv/bin/python ] && new_enough .venv/bin/python; then
    if cmp -s "$lock" "$stamp"; then exit 0; fi
else
    python=$(find_python)
    "$python" -c 'import ensurepip, venv' 2>/dev/null || refuse \
        "This Python cannot make virtual environments." \
        "On Debian and Ubuntu: sudo apt install python3-venv"
    echo "Making a virtual environment in .venv with $("$python" --version) ..."
    "$python" -m venv --clear .venv
fi

echo "Installing the packages of $lock (the first time takes a minute) ..."
rm -f "$stamp"
.venv/bin/python -m pip install --require-hashes --requirement "$lock" \
    --disable-pip-version-check --no-input --retries 2 2>"$log" || refuse \
    "The packages could not be installed. Is this machine on the network?" \
    "pip says: $(grep '^ERROR' "$log" | tail -n 1)" \
    "Its whole report is in $log. Nothing is broken: run make again."
cp "$lock" "$stamp"
