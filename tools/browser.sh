#!/bin/sh
# Find a Chromium for the browser tests; install Debian's where that is possible.
set -eu
for name in "${INFLUENCE_GRAPH_BROWSER:-}" chromium chromium-browser google-chrome; do
  [ -n "$name" ] && command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing chromium for the browser tests"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null && exit 0
fi
echo "no Chromium here: the browser tests will be skipped (sudo apt-get install chromium)" >&2
