#!/usr/bin/env bash
# Sets up what the tests need and runs every one of them: Debian's Chromium, a PostgreSQL with PostGIS of
# their own (started here, stopped and removed at the end), LibreOffice and NetworkX, which open what is exported,
# and the built page. Arguments go to the test runner.
set -euo pipefail
cd "$(dirname "$0")/.."

have_chromium() { command -v chromium >/dev/null || command -v google-chrome >/dev/null || [ -n "${LEEWARD_CHROMIUM:-}" ]; }
postgres_bin() { find /usr/lib/postgresql -maxdepth 3 -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -1; }
have_office() { command -v soffice >/dev/null; }
have_networkx() { /usr/bin/python3 -c 'import networkx' 2>/dev/null; }
have_postgis() { find /usr/share/postgresql -maxdepth 3 -name postgis.control 2>/dev/null | grep -q .; }

missing=()
have_chromium || missing+=(chromium)
have_office || missing+=(libreoffice-impress fonts-liberation fonts-liberation2) # the fonts that stand in for Arial
have_networkx || missing+=(python3-networkx)
if [ -z "${LEEWARD_TEST_DATABASE_URL:-}" ]; then
  { [ -n "$(postgres_bin)" ] && have_postgis; } || missing+=(postgresql postgis)
fi
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]}"
    apt-get update -qq
    packages=()
    for name in "${missing[@]}"; do
      if [ "$name" = postgis ]; then name="$(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' | cut -d' ' -f1 | sort -V | tail -1)"; fi
      packages+=("$name")
    done
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  else
    echo "The tests need Chromium, a PostgreSQL 15 or later with PostGIS, LibreOffice Impress and NetworkX. Missing: ${missing[*]}." >&2
    echo "On Debian: sudo apt-get install chromium postgresql postgresql-15-postgis-3 libreoffice-impress python3-networkx" >&2
    echo "Or set LEEWARD_TEST_DATABASE_URL to a server where databases may be made, and LEEWARD_CHROMIUM to a browser." >&2
    exit 1
  fi
fi

if [ -z "${LEEWARD_TEST_DATABASE_URL:-}" ]; then
  bin="$(postgres_bin)"
  cluster="$(mktemp -d)"
  # PostgreSQL refuses to run as root.
  as_owner() { "$@"; }
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$cluster"
    as_owner() { (cd "$cluster" && runuser -u postgres -- "$@"); }
  fi
  port="$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')"
  as_owner "$bin/initdb" -D "$cluster/data" -U leeward -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  as_owner "$bin/pg_ctl" -D "$cluster/data" -w -l "$cluster/log" \
    -o "-p $port -k $cluster -c listen_addresses=127.0.0.1 -c fsync=off" start >/dev/null
  trap 'as_owner "$bin/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null || true; rm -rf "$cluster"' EXIT
  export LEEWARD_TEST_DATABASE_URL="postgres://leeward@127.0.0.1:$port/postgres"
fi

npm run build --silent
npx vitest run --config test/vitest.config.ts "$@"
