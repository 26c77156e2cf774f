#!/usr/bin/env bash
# Runs a command with a Chromium for it in PARLEY_CHROMIUM: tools/chromium.sh npx vitest run --config vitest.desk.config.ts
# Where PARLEY_CHROMIUM is set already, that browser is used. On Debian, Chromium is installed where it is missing.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: tools/chromium.sh COMMAND [ARGUMENT…]" >&2; exit 2; }

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && return
  done
  for name in "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -x "$name" ] && { echo "$name"; return; }
  done
  return 1
}

if [ -z "${PARLEY_CHROMIUM:-}" ]; then
  if ! PARLEY_CHROMIUM=$(find_chromium); then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
      echo "tools/chromium.sh: Chromium is not installed; install it, or set PARLEY_CHROMIUM to its path" >&2
      exit 1
    fi
    echo "tools/chromium.sh: installing Chromium" >&2
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends chromium; } >&2
    PARLEY_CHROMIUM=$(find_chromium)
  fi
  export PARLEY_CHROMIUM
fi
exec "$@"
