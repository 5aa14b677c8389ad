#!/bin/sh
# Makes the templates; the CDK command line runs this as cdk.json says.
set -eu
cd "$(dirname "$0")"
. ../../.mvn/find-jdk.sh
if [ ! -f target/classpath ]; then
  echo "the stacks are not built; ./mvnw -Pquick package builds them" >&2
  exit 1
fi
exec "$JAVA_HOME/bin/java" -cp "target/classes:$(cat target/classpath)" \
  com.ceap.infrastructure.CeapApp
