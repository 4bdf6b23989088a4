# shellcheck shell=bash
# Sourced by the peers' scripts: what is the same for all of them. Expects in the environment
#   DATA   the folder that make_data filled
#   OUT    where times/, answers/, peers.tsv and settings.txt are kept
#   SIZE   units x elements x quarters : figures, as it stands in peers.tsv
# shellcheck disable=SC2034
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
first_quarter=2025-Q1
last_quarter=2025-Q4
asked_element=7

# A question is asked FAST_RUNS times. One that would take longer than BUDGET_MS that way is asked as often as fits,
# but LEAST_RUNS times at least; one that is asked twice or more was warmed before.
export FAST_RUNS=200 LEAST_RUNS=5 BUDGET_MS="${BUDGET_MS:-30000}"

fail() {
  echo "peers: $*" >&2
  exit 1
}

# runs_for MS: how often a question is asked that takes so long.
runs_for() {
  awk -v ms="$1" -v fast="$FAST_RUNS" -v least="$LEAST_RUNS" -v budget="$BUDGET_MS" 'BEGIN {
    runs = ms > 0 ? int(budget / ms) : fast
    print (runs > fast ? fast : (runs < least ? least : runs))
  }'
}

# times_of PEER WORK, answers_of PEER WORK: the files that a peer writes, one time in ms a line, answers as CSV.
times_of() { echo "$OUT/times/$1.$2"; }
answers_of() { echo "$OUT/answers/$1.$2.csv"; }

# emit PEER WORK: its line in peers.tsv. A percentile is the smallest measured time that so many do not exceed.
emit() {
  sort -n "$(times_of "$1" "$2")" | awk -v OFS='\t' -v peer="$1" -v work="$2" -v size="$SIZE" '
    function percentile(p) { at = int(p * NR / 100); return ms[at * 100 < p * NR ? at + 1 : at] }
    { ms[NR] = $1 }
    END {
      if (NR == 0) exit 1
      print peer, work, size, sprintf("%.3f", percentile(50)), sprintf("%.3f", percentile(99)), NR
    }' | tee -a "$OUT/peers.tsv" || fail "$1 was not measured at $2"
}

# timed PEER WORK COMMAND...: runs something that can be done only once, and emits its line.
timed() {
  local peer=$1 work=$2 start end
  shift 2
  start=${EPOCHREALTIME/[.,]/}
  "$@"
  end=${EPOCHREALTIME/[.,]/}
  awk -v us=$((end - start)) 'BEGIN { printf "%.3f\n", us / 1000 }' >"$(times_of "$peer" "$work")"
  emit "$peer" "$work"
}

# expected WORK: what a peer has to answer, made by make_data.
expected() {
  case $1 in
    scorecard_quarter) cat "$DATA/answers_quarter.csv" ;;
    scorecard_year) cat "$DATA/answers_year.csv" ;;
    national_total) awk -F, -v element="$asked_element" 'NR == 1 || $1 == element' "$DATA/answers_total.csv" ;;
    *) fail "nobody knows the answer to $1" ;;
  esac
}

# check PEER WORK: ends the run at the first row that differs.
check() {
  local difference
  difference=$(paste -d '\n' <(expected "$2") "$(answers_of "$1" "$2")" | awk '
    NR % 2 { wanted = $0; next }
    $0 != wanted && !found++ { printf "row %d is \"%s\" and should be \"%s\"\n", NR / 2 - 1, $0, wanted }')
  [[ -z $difference ]] || fail "$1 answers $2 differently: $difference"
}

# works: the questions that this nation can be asked; a year needs its four quarters.
works() {
  echo scorecard_quarter
  [[ ! -e $DATA/answers_year.csv ]] || echo scorecard_year
  echo national_total
}

# bounds WORK: first and last quarter of a question.
bounds() {
  if [[ $1 == scorecard_year ]]; then echo "$first_quarter $last_quarter"; else echo "$first_quarter $first_quarter"; fi
}

# setting PEER TEXT: a version or a setting, kept beside the figures.
setting() {
  printf '%s\t%s\n' "$1" "$2" >>"$OUT/settings.txt"
}
