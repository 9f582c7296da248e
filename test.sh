#!/usr/bin/env bash
# Builds everything and runs every test, browser tests included. Installs a browser where there is none.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

find_browser() {
  local candidate
  for candidate in "${BROWSER_PATH:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$candidate" ] && command -v "$candidate" && return 0
  done
  return 1
}

install_browser() {
  if command -v apt-get >/dev/null; then
    local sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo"
    echo "No browser found: installing the chromium package." >&2
    $sudo apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq chromium fonts-liberation >&2
  else
    echo "No browser found: letting Playwright download its own." >&2
    dotnet build tests/Dashboard.E2E --configuration Debug >&2
    local playwright=tests/Dashboard.E2E/bin/Debug/net10.0/.playwright
    "$(find "$playwright/node" -name 'node*' -type f | head -n 1)" "$playwright/package/cli.js" install chromium >&2
  fi
}

if ! find_browser >/dev/null; then install_browser; fi
# Without a system browser Playwright's own is used.
if browser=$(find_browser); then export BROWSER_PATH="$browser"; fi

dotnet build Dashboard.sln --configuration Debug

# A run that hangs must end, and say which project it was.
bounded=""
if command -v timeout >/dev/null; then bounded="timeout --kill-after=10 1200"; fi

passed=0 failed=0 skipped=0 broken=0
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  echo
  echo "== $name"
  # The runner's own report is the count; its exit code says whether the run itself broke.
  $bounded "tests/$name/bin/Debug/net10.0/$name" -noColor -ctrf "$results/$name.json" || true
  if [ ! -s "$results/$name.json" ]; then
    echo "$name wrote no report: the run broke." >&2
    broken=1
    continue
  fi
  summary=$(grep -o '"summary":{[^}]*}' "$results/$name.json")
  number() { printf '%s' "$summary" | sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p"; }
  passed=$((passed + $(number passed)))
  failed=$((failed + $(number failed)))
  skipped=$((skipped + $(number skipped)))
done

echo
if [ "$skipped" -gt 0 ]; then
  reasons=$(grep -oh '"status":"skipped"[^}]*"message":"[^"]*"' "$results"/*.json | sed 's/.*"message":"\(.*\)"/\1/' | sort -u | paste -sd ';')
  echo "$skipped skipped: ${reasons:-no reason given}"
fi
if [ "$broken" -ne 0 ]; then failed=$((failed + 1)); fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && { [ "${NO_SKIPS:-}" != 1 ] || [ "$skipped" -eq 0 ]; }
