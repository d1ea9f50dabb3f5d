# A throwaway PostgreSQL server for the tests. Sourced by ./test (POSIX sh).
#
#   start_postgres    sets UPHELD_TEST_SERVER to its address; returns 1 where there is no server
#   stop_postgres     ends it and removes its folder
#
# It listens on a socket in a temporary folder and nowhere else, keeps nothing, and does not touch
# a server that is already on this machine.

postgres_programs() {
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) \
        "$(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)")"; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
            printf '%s\n' "$folder"
            return 0
        fi
    done
    return 1
}

# PostgreSQL refuses to run as root: the account of its package is used, or else nobody's.
as_postgres() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    elif id postgres >/dev/null 2>&1; then
        (cd / && runuser -u postgres -- "$@")
    else
        (cd / && runuser -u nobody -- "$@")
    fi
}

start_postgres() {
    programs=$(postgres_programs) || return 1
    postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/upheld-postgres.XXXXXX")
    if [ "$(id -u)" -eq 0 ]; then
        chown "$(id postgres >/dev/null 2>&1 && echo postgres || echo nobody)" "$postgres_folder"
    fi
    as_postgres "$programs/initdb" --pgdata="$postgres_folder/data" --username=upheld \
        --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$postgres_folder.log" 2>&1 &&
        as_postgres "$programs/pg_ctl" start --wait --silent --pgdata="$postgres_folder/data" \
            --log="$postgres_folder/log" --options="-c listen_addresses='' \
            -c unix_socket_directories='$postgres_folder' -c fsync=off -c full_page_writes=off \
            -c synchronous_commit=off" >>"$postgres_folder.log" 2>&1 || {
        cat "$postgres_folder.log" >&2
        stop_postgres
        return 1
    }
    UPHELD_TEST_SERVER="postgresql://upheld@/postgres?host=$postgres_folder"
    export UPHELD_TEST_SERVER
}

stop_postgres() {
    [ -n "${postgres_folder:-}" ] || return 0
    as_postgres "$programs/pg_ctl" stop --mode=immediate --silent \
        --pgdata="$postgres_folder/data" >/dev/null 2>&1 || :
    rm -rf "$postgres_folder" "$postgres_folder.log"
    postgres_folder=
}
