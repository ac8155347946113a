#!/bin/sh
# Make the virtual environment and install the project into it.
# usage: bootstrap.sh VENV PYTHON run|test|dev
set -eu
venv=$1 python=$2 what=$3

command -v "$python" >/dev/null || {
  echo "influence-graph needs Python 3.11 or newer; install it, or name one: make PYTHON=python3.12 …" >&2
  exit 1
}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "influence-graph needs Python 3.11 or newer, and $python is $("$python" -V 2>&1)" >&2
  exit 1
}
# Debian keeps ensurepip, which venv needs, in a package of its own.
if ! "$python" -c 'import ensurepip' 2>/dev/null && [ ! -x "$venv/bin/pip" ]; then
  package=python3-venv
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $package >/dev/null
  else
    echo "this Python cannot make a virtual environment: install $package (sudo apt-get install $package)" >&2
    exit 1
  fi
fi
if [ ! -x "$venv/bin/pip" ]; then
  echo "making the environment in $venv"
  "$python" -m venv "$venv"
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1
# Dependency groups need pip 25.1.
"$venv/bin/python" -c 'import sys, pip; sys.exit(tuple(map(int, pip.__version__.split(".")[:2])) < (25, 1))' ||
  "$venv/bin/python" -m pip install --quiet --upgrade 'pip>=25.1'
echo "installing influence-graph and what it needs ($what)"
if [ "$what" = run ]; then
  "$venv/bin/python" -m pip install --quiet --editable .
else
  "$venv/bin/python" -m pip install --quiet --editable . --group "$what"
fi
