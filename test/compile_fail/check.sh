#!/usr/bin/env bash
# check.sh SOURCE COMPILER ARGS...: SOURCE must not compile, and for the reason that its line "// expect:"
# names (an extended regular expression). With -DCORRECTED it must compile: a case that is refused because of
# a wrong path would prove nothing.
set -euo pipefail

source=$1
shift
expected=$(sed -n 's|^// expect: ||p' "$source")
[[ -n $expected ]] || {
  echo "$source has no line '// expect:'" >&2
  exit 1
}

export LC_ALL=C
if ! said=$("$@" -fsyntax-only -DCORRECTED "$source" 2>&1); then
  echo "The corrected form does not compile either:" >&2
  echo "$said" >&2
  exit 1
fi
if said=$("$@" -fsyntax-only "$source" 2>&1); then
  echo "It compiles; it should be refused for: $expected" >&2
  exit 1
fi
if ! grep -E "error:.*($expected)" <<<"$said"; then
  echo "It is refused, but not for: $expected" >&2
  echo "$said" >&2
  exit 1
fi
