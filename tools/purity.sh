#!/usr/bin/env bash
# purity.sh BUILD_DIR: what the domain's and the use cases' libraries ask of other libraries, by their symbol
# tables. No database, file, clock, thread or lock may be among it. Includes can be fooled, the linker cannot.
set -euo pipefail

if [[ $# -ne 1 || ! -d $1 ]]; then
  echo "usage: purity.sh BUILD_DIR" >&2
  exit 2
fi
build=$1

modules=(unit account directive indicator target report rollup app)
forbidden=(
  'sqlite3_'
  '\bPQ[a-z]'
  '_clock::now'
  'std::basic_(i|o)?fstream'
  'std::basic_filebuf'
  'std::filesystem::'
  'std::(cin|cout|cerr|clog)\b'
  '\bpthread_create\b'
  'std::thread::'
  '\bpthread_mutex_(lock|timedlock)\b'
  '\bpthread_rwlock_'
  'std::condition_variable'
  '\bcrypto_pwhash'
  '\bHMAC\b'
  '\brandombytes_'
  '\bsocket\b'
  '\bgetenv\b'
)
pattern=$(
  IFS='|'
  echo "${forbidden[*]}"
)

checked=()
impure=0
for module in "${modules[@]}"; do
  library=$(find "$build" -name "libnucong_$module.a" -print -quit)
  [[ -n $library ]] || continue
  symbols=$(nm -uC "$library")
  checked+=("$module")
  if found=$(grep -E "$pattern" <<<"$symbols" | sort -u); then
    impure=1
    echo "libnucong_$module.a uses what only an adapter may use; take it as an argument or through a port:"
    echo "$found"
  fi
done

if [[ ${#checked[@]} -eq 0 ]]; then
  echo "purity: $build holds none of the libraries nucong_{$(
    IFS=,
    echo "${modules[*]}"
  )}: build first" >&2
  exit 1
fi
echo "purity: checked ${checked[*]} against ${#forbidden[@]} patterns"
exit "$impure"
