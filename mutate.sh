#!/usr/bin/env bash
# Changes the conversation core in one place at a time, runs the tests that reach it, and tells which changes none of them notices.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/tests/Unit"

if [[ "${1:-}" == "--help" || "${1:-}" == "-h" ]]; then
  cat <<'HELP'
Usage: ./mutate.sh [FILE...]      all of src/Grains/Conversations, or only these: ./mutate.sh EffectRunner.cs 'Conversation.*.cs'

The report is in artifacts/mutation/reports. How it is read: docs/mutation.md
HELP
  exit 0
fi

# The same few random cases for every change; examples do the rest.
export OUTLETBOT_MUTATION=true OUTLETBOT_CASES=5 OUTLETBOT_SEEDS=3
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

files=()
for file in "$@"; do files+=(--mutate "**/Conversations/$file"); done

dotnet tool restore >/dev/null
dotnet tool run dotnet-stryker "${files[@]}" --skip-version-check --output ../../artifacts/mutation
