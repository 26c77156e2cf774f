#!/usr/bin/env bash
# Runs a command with a PostgreSQL server of its own: tools/test-server.sh npx vitest run tests/store
# The server listens on 127.0.0.1 and a free port, keeps its data in a temporary folder, and ends with the command.
# Where PARLEY_TEST_DATABASE is set already, that server is used. On Debian, PostgreSQL is installed where it is missing.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: tools/test-server.sh COMMAND [ARGUMENT…]" >&2; exit 2; }
[ -z "${PARLEY_TEST_DATABASE:-}" ] || exec "$@"

# Debian keeps initdb and postgres out of PATH.
find_programs() {
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV); do
    [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && { echo "$folder"; return; }
  done
  command -v initdb >/dev/null && command -v pg_ctl >/dev/null && dirname "$(readlink -f "$(command -v initdb)")"
}

programs=$(find_programs || true)
if [ -z "$programs" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "tools/test-server.sh: PostgreSQL (initdb, pg_ctl) is not installed; install it, or set PARLEY_TEST_DATABASE" >&2
    exit 1
  fi
  echo "tools/test-server.sh: installing PostgreSQL" >&2
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends postgresql; } >&2
  programs=$(find_programs)
fi

folder=$(mktemp -d)
# PostgreSQL refuses to run as root.
if [ "$(id -u)" = 0 ]; then
  account=postgres
  id -u "$account" >/dev/null 2>&1 || account=nobody
  chown "$account" "$folder"
  as_server() { (cd "$folder" && su "$account" -s /bin/bash -c "$1"); }
else
  as_server() { (cd "$folder" && bash -c "$1"); }
fi

stop() {
  as_server "'$programs/pg_ctl' -D '$folder/data' -m immediate -w stop" >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

as_server "'$programs/initdb' -D '$folder/data' -U parley -A trust -E UTF8 --locale=C.UTF-8 --no-sync" >"$folder/initdb.log" 2>&1 ||
  { cat "$folder/initdb.log" >&2; exit 1; }

# A port that was free can be taken before the server has it: try others.
for _ in 1 2 3 4 5; do
  port=$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  if as_server "'$programs/pg_ctl' -D '$folder/data' -w -t 60 -l '$folder/server.log' \
    -o '-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=off' start" >/dev/null 2>&1; then
    export PARLEY_TEST_DATABASE="postgres://parley@127.0.0.1:$port/postgres"
    status=0
    "$@" || status=$?
    exit "$status"
  fi
done
cat "$folder/server.log" >&2
exit 1
