#!/usr/bin/env bash
# Runs a command beside an AWS-compatible endpoint on this machine; see --help.
set -euo pipefail

version=5.2.5
wait_seconds=60

usage() {
  cat <<TEXT
Usage: infrastructure/aws-endpoint.sh COMMAND [ARGUMENT...]

Starts moto $version, which answers as AWS does, on a free port of 127.0.0.1, runs COMMAND with its
address in CEAP_AWS_ENDPOINT, stops it again, and exits as COMMAND did:

  infrastructure/aws-endpoint.sh ./mvnw verify

Works from any folder. The first run installs moto with pip into target/aws-endpoint, from the
registry that pip is set up for; it needs Python 3.10 or newer. COMMAND must not be a Maven clean,
which would take moto away while it runs.
TEXT
}

fail() {
  echo "aws-endpoint: $*" >&2
  exit 1
}

case ${1:-} in
  -h | --help) usage; exit 0 ;;
  '') usage >&2; exit 2 ;;
esac

root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd -P)
home=$root/target/aws-endpoint
venv=$home/moto-$version
log=$home/server-$$.log
mkdir -p "$home"

if [ ! -e "$venv/installed" ]; then
  echo "aws-endpoint: installing moto $version (once) ..." >&2
  python3 -m venv --clear "$venv" || fail "needs python3 with its venv module"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "moto[server]==$version" ||
    fail "pip could not install moto[server]==$version; its output is above"
  touch "$venv/installed"
fi

port=$("$venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
AWS_DEFAULT_REGION=us-east-1 "$venv/bin/moto_server" -H 127.0.0.1 -p "$port" > "$log" 2>&1 &
server=$!
command=
trap 'kill $command "$server" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM

deadline=$((SECONDS + wait_seconds))
until (exec 3<> "/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
  kill -0 "$server" 2>/dev/null || fail "moto ended at once; see $log"
  [ "$SECONDS" -lt "$deadline" ] || fail "moto does not answer after $wait_seconds s; see $log"
  sleep 0.2
done

export CEAP_AWS_ENDPOINT=http://127.0.0.1:$port
echo "aws-endpoint: $CEAP_AWS_ENDPOINT, log in $log" >&2
# Waited for rather than called, so that who ends this script ends both at once.
"$@" <&0 &
command=$!
wait "$command"
