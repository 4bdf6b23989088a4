# shellcheck shell=bash
# Sourced by both PostgreSQL peers: a private server that nobody else can reach (no network, a socket in its own
# folder), with durable writes and a fair share of this machine. It ends, and its folder goes, with the script.
# shellcheck source-path=SCRIPTDIR source=measure.bash
source "$(dirname "${BASH_SOURCE[0]}")/measure.bash"

shopt -s nullglob
installed=(/usr/lib/postgresql/*/bin)
[[ ${#installed[@]} -gt 0 ]] || fail "no server under /usr/lib/postgresql. Install the package postgresql"
bin=$(printf '%s\n' "${installed[@]}" | sort -V | tail -n 1)

# The socket's path has room for 107 bytes: not below OUT, which may be long.
folder=$(mktemp -d "${TMPDIR:-/tmp}/nucong-peer-XXXXXX")

# The server refuses to run as root, and the caller's folder may be closed to user postgres.
as_postgres() {
  if [[ $EUID -eq 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

end_cluster() {
  as_postgres "$bin/pg_ctl" stop -s -w -m fast -D "$folder/data" </dev/null >&2 || true
  rm -rf "$folder"
}

# fsync and synchronous_commit stay on: durable is part of the question. jit stays as it is by default.
server_settings() {
  cat <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
shared_buffers = 4GB
effective_cache_size = 12GB
work_mem = 256MB
maintenance_work_mem = 1GB
max_wal_size = 16GB
checkpoint_timeout = 30min
client_min_messages = warning
random_page_cost = 1.1
max_worker_processes = 8
max_parallel_workers = 2
max_parallel_workers_per_gather = 2
max_parallel_maintenance_workers = 2
CONF
}

start_cluster() {
  local log
  trap end_cluster EXIT
  if [[ $EUID -eq 0 ]]; then chown postgres: "$folder"; fi
  chmod 700 "$folder"
  log=$(as_postgres "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C \
    --no-instructions 2>&1 </dev/null) || fail "initdb failed: $log"
  server_settings >>"$folder/data/postgresql.conf"
  as_postgres "$bin/pg_ctl" start -s -w -t 60 -D "$folder/data" -l "$folder/log" </dev/null >&2 ||
    fail "the server did not start: $(tail -n 20 "$folder/log")"
  export PGHOST=$folder PGUSER=postgres PGDATABASE=postgres
  setting "$1" "$(sql -At -c 'select version()'); initdb --locale=C; fsync on; jit on"
  server_settings | grep -v "$folder" | while read -r line; do setting "$1" "$line"; done
}

sql() {
  psql -X -q -v ON_ERROR_STOP=1 "$@"
}

# bench MODE RUNS QUESTION.sql NAME=VALUE...: prints the time of each run in ms, its answer read to the end.
bench() {
  local mode=$1 runs=$2 question=$3 logs
  shift 3
  logs=$(mktemp -d "$OUT/pgbench-XXXXXX")
  "$bin/pgbench" -n -M "$mode" -t "$runs" -l --log-prefix="$logs/log" -f "$question" "${@/#/-D}" \
    >"$logs/said" 2>&1 || fail "pgbench: $(cat "$logs/said")"
  awk '{ printf "%.3f\n", $3 / 1000 }' "$logs"/log.*
  rm -rf "$logs"
}

# measure PEER WORK MODE QUESTION.sql NAME=VALUE...: warms, asks often enough for percentiles, emits the line.
measure() {
  local peer=$1 work=$2 mode=$3 question=$4 warm
  shift 4
  warm=$(bench "$mode" 2 "$question" "$@" | tail -n 1)
  bench "$mode" "$(runs_for "$warm")" "$question" "$@" >"$(times_of "$peer" "$work")"
  emit "$peer" "$work"
}
