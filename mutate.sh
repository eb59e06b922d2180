#!/usr/bin/env bash
# Changes the conversation core in one place at a time, runs the tests that reach it, and tells which changes none of them notices.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/tests/Unit"

if [[ "${1:-}" == "--help" || "${1:-}" == "-h" ]]; then
  cat <<'HELP'
Usage: ./mutate.sh core|shell [FILE...]

  core    what decides: src/Grains/Conversations without the shell, judged by examples and dialogues
  shell   what commits and acts: ConversationShell*.cs and EffectRunner.cs, judged by examples and a few fixed histories of the simulations
  FILE    only these: ./mutate.sh core 'Conversation.*.cs'

The report is in artifacts/mutation/core|shell/reports. How it is read: docs/mutation.md
HELP
  exit 0
fi

part="${1:-}"
shell=('ConversationShell*.cs' EffectRunner.cs)
case "$part" in
  core) files=('*.cs') left=("${shell[@]}") ;;
  shell) files=("${shell[@]}") left=() ;;
  *) echo "mutate.sh: core or shell? See ./mutate.sh --help" >&2; exit 2 ;;
esac
shift
[[ $# -gt 0 ]] && files=("$@")
left+=(ConversationShell.Log.cs ConversationGrain.cs TurnTelemetry.cs)

mutate=()
for file in "${files[@]}"; do mutate+=(--mutate "**/Conversations/$file"); done
for file in "${left[@]}"; do mutate+=(--mutate "!**/Conversations/$file"); done

# The same random cases for every change, few where examples do most; what commits and acts is met by more histories.
seeds=4
[[ "$part" == shell ]] && seeds=40
export OUTLETBOT_MUTATION="$part" OUTLETBOT_CASES=5 OUTLETBOT_SEEDS="$seeds"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

dotnet tool restore >/dev/null
dotnet tool run dotnet-stryker "${mutate[@]}" --skip-version-check --output "../../artifacts/mutation/$part"
