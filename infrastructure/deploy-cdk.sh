#!/usr/bin/env bash
# Deploys an environment's stacks, all or one. From any directory; see --help.
set -euo pipefail

project=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd -P)
cdk_folder=$project/infrastructure/cdk

usage() {
  cat <<'HELP'
usage: infrastructure/deploy-cdk.sh -e ENV [-r REGION] [-p PROFILE] [-s STACK] [-d] [-b]

  -e ENV      an environment of infrastructure/cdk/environments, such as dev
  -r REGION   the AWS Region, where the environment does not say it
  -p PROFILE  whose credentials to use
  -s STACK    one stack alone, such as EtlWorkflow or Program-product-recommendations; else all
  -d          show what would change, and change nothing
  -b          build the functions first
  -h, --help  this

stacks: Storage, EtlWorkflow, FilterWorkflow, ScoreWorkflow, StoreWorkflow, ReactiveWorkflow,
ChannelWorkflow, ServeWorkflow, Exports, Observability, and Program-ID for each file in programs/
HELP
}

fail() {
  echo "deploy-cdk: $*" >&2
  exit 1
}

environment= stack= diff= build=
case ${1:-} in -h | --help) usage; exit 0 ;; esac
while getopts e:r:p:s:db option; do
  case $option in
    e) environment=$OPTARG ;;
    r) export AWS_REGION=$OPTARG AWS_DEFAULT_REGION=$OPTARG ;;
    p) export AWS_PROFILE=$OPTARG ;;
    s) stack=$OPTARG ;;
    d) diff=yes ;;
    b) build=yes ;;
    *) usage >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -eq 0 ] || fail "'$1' is not understood; --help says what is"
[ -n "$environment" ] || fail "name an environment with -e; --help says how"
prefix=ceap-$environment-
keys=/ceap/$environment/keys

cdk() {
  local version
  version=$(sed -n 's/.*"aws-cdk": "\(.*\)".*/\1/p' "$cdk_folder/package.json")
  (cd "$cdk_folder" && npx --yes "aws-cdk@$version" "$@")
}

check_node() {
  local least found
  least=$(sed -n 's/.*"node": ">=\(.*\)".*/\1/p' "$cdk_folder/package.json")
  found=$(node --version 2>/dev/null) ||
    fail "Node.js is not installed; the CDK command line needs version $least or later"
  found=${found#v}
  [ "${found%%.*}" -ge "$least" ] ||
    fail "this is Node.js $found, and the CDK command line needs version $least or later"
}

synthesise() {
  cdk synth --quiet -c "env=$environment" || fail "nothing was deployed; the lines above say why"
  stacks=$(cdk list --app cdk.out)
}

check_stack() {
  [ -z "$stack" ] || grep -qxF "$stack" <<<"$stacks" ||
    fail "there is no stack '$stack'; there are $(paste -sd ' ' <<<"$stacks")"
  if [ "$stack" = ServeWorkflow ]; then
    echo "deploy-cdk: ServeWorkflow is the serving API; a new channel's code deploys with -s ChannelWorkflow"
  fi
}

check_credentials() {
  command -v aws >/dev/null || fail "the AWS command line is not installed; see docs/how-to/deploy.md"
  aws sts get-caller-identity >/dev/null ||
    fail "there are no valid credentials; log in (aws sso login) or name a profile with -p"
}

check_keys() {
  aws ssm get-parameter --name "$keys" >/dev/null 2>&1 ||
    fail "the parameter $keys is not there; docs/how-to/deploy.md says how to store the keys of links and cursors"
}

warn_of_removed_programs() {
  local deployed
  deployed=$(aws cloudformation list-stacks --output text \
    --query "StackSummaries[?starts_with(StackName, '${prefix}Program-') && StackStatus != 'DELETE_COMPLETE'].StackName")
  for name in $deployed; do
    grep -qxF "${name#"$prefix"}" <<<"$stacks" && continue
    echo "deploy-cdk: the program of $name is no longer in programs/; its stack and its data are kept." >&2
    echo "  aws cloudformation delete-stack --stack-name $name" >&2
    echo "  ends it: nothing new begins, journeys go on with their version, and candidates stay until they expire." >&2
  done
}

[ -z "$build" ] ||
  (cd "$project" && ./mvnw -q -B -Pquick -pl infrastructure/cdk,infrastructure/export,ceap-serving-api -am package)
check_node
synthesise
check_stack
check_credentials
warn_of_removed_programs
if [ -n "$diff" ]; then
  cdk diff --app cdk.out ${stack:+--exclusively "$stack"}
elif [ -n "$stack" ]; then
  check_keys
  cdk deploy --app cdk.out --exclusively "$stack"
else
  check_keys
  cdk deploy --app cdk.out --all
fi
