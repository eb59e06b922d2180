#!/usr/bin/env bash
# Builds the solution and runs its tests. The last line is always "N passed, M failed[, K skipped]".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if [[ "${1:-}" == "--help" || "${1:-}" == "-h" ]]; then
  cat <<'HELP'
Usage: ./test.sh [PROJECT...]      all test projects, or only these: ./test.sh Unit Storage

OUTLETBOT_TEST_POSTGRES   connection string of a PostgreSQL server to use in place of one started for the run
OUTLETBOT_GHL_OPENAPI     folder of GHL's OpenAPI files for the contract tests
HELP
  exit 0
fi

stop() { echo "test.sh: $1" >&2; echo "0 passed, 1 failed"; exit 1; }

# What is missing is installed where that is possible, and named where it is not.
need() { # package, whether it is there
  eval "$2" && return
  [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null || stop "$1 is missing: install it, or run as root on Debian or Ubuntu"
  echo "installing $1"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1"; } </dev/null >/dev/null || stop "$1 could not be installed"
}

command -v dotnet >/dev/null || stop "the .NET 10 SDK is missing: https://dot.net/download"

projects=()
for file in tests/*/*.csproj; do
  name=$(basename "$file" .csproj)
  grep -q 'Include="xunit.v3"' "$file" || continue
  [[ $# -eq 0 || " $* " == *" $name "* ]] && projects+=("$name")
done
for asked in "$@"; do
  [[ " ${projects[*]-} " == *" $asked "* ]] || stop "there is no test project named $asked"
done
[[ ${#projects[@]} -gt 0 ]] || stop "there is no test project"

for name in "${projects[@]}"; do
  grep -q 'Support.csproj' "tests/$name/$name.csproj" && [[ -z "${OUTLETBOT_TEST_POSTGRES:-}" ]] &&
    need postgresql 'compgen -G "/usr/lib/postgresql/*/bin/postgres" >/dev/null || command -v postgres >/dev/null'
  [[ $name == Chaos ]] && need git 'command -v git >/dev/null'
  grep -q 'Playwright' "tests/$name/$name.csproj" && need chromium 'command -v chromium >/dev/null || command -v chromium-browser >/dev/null'
done

if [[ $# -eq 0 ]]; then targets=(OutletBot.sln); else targets=("${projects[@]/#/tests/}"); fi
for target in "${targets[@]}"; do
  dotnet build "$target" -v quiet </dev/null || stop "$target does not build"
done

log=$(mktemp)
trap 'rm -f "$log"' EXIT
count() { grep -oE "Total: .*" "$log" | tail -1 | grep -oE "$1: [0-9]+" | grep -oE '[0-9]+$' || echo 0; }

passed=0 failed=0 skipped=0
for name in "${projects[@]}"; do
  begun=$SECONDS
  timeout --kill-after=10 600 "tests/$name/bin/Debug/net10.0/OutletBot.$name" </dev/null >"$log" 2>&1
  code=$?
  bad=$(($(count Failed) + $(count Errors))) left=$(count Skipped)
  ok=$(($(count Total) - $(count Failed) - left - $(count "Not Run")))
  # A project that crashed, or that ran nothing, has failed whatever it counted.
  [[ $bad -eq 0 && ( $code -ne 0 || $((ok + left)) -eq 0 ) ]] && bad=1
  [[ $bad -gt 0 ]] && cat "$log"
  echo "$name: $ok passed, $bad failed, $left skipped ($((SECONDS - begun)) s)"
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + left))
done

summary="$passed passed, $failed failed"
[[ $skipped -gt 0 ]] && summary+=", $skipped skipped"
echo "$summary"
[[ $failed -eq 0 ]]
