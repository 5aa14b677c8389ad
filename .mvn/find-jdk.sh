# Sets JAVA_HOME to a JDK 25; sourced by ./mvnw and ./ceap. Looks at JAVA_HOME, the default java,
# and the places where package managers put JDKs.
is_jdk25() {
  [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -q 'version "25'
}
find_jdk25() {
  if [ -n "${JAVA_HOME:-}" ] && is_jdk25 "$JAVA_HOME"; then return 0; fi
  jdk_default=$(command -v java 2>/dev/null) && [ -n "$jdk_default" ] && {
    jdk_default_home=$(cd "$(dirname "$(readlink -f "$jdk_default" 2>/dev/null || echo "$jdk_default")")/.." && pwd)
    is_jdk25 "$jdk_default_home" && { JAVA_HOME=$jdk_default_home; return 0; }
  }
  for jdk_found in /usr/lib/jvm/*25* /usr/java/*25* /opt/*jdk*25* /opt/java/openjdk \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home /opt/homebrew/opt/openjdk@25; do
    is_jdk25 "$jdk_found" && { JAVA_HOME=$jdk_found; return 0; }
  done
  echo "CEAP needs a JDK 25: install Temurin 25 (https://adoptium.net), or point JAVA_HOME at one." >&2
  return 1
}
find_jdk25 || exit 1
export JAVA_HOME
