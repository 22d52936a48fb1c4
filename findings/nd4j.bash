# Sourced by the findings on ND4J: runs the class Shown, read from the standard input, with ND4J 1.0.0-M2.1 on the
# CPU, in a temporary folder that is removed at the end.
#
#   . "$(dirname "$0")/nd4j.bash"
#   shows 'what it prints' <<'END' ... END
set -euo pipefail

shows() {
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  cd "$folder"
  cat > Shown.java
  cat > pom.xml <<'END'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.nd4j</groupId><artifactId>nd4j-native</artifactId><version>1.0.0-M2.1</version></dependency>
<dependency><groupId>org.nd4j</groupId><artifactId>nd4j-native</artifactId><version>1.0.0-M2.1</version><classifier>linux-x86_64</classifier></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
END
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
  shown=$(java -cp "lib/*" Shown.java)
  echo "$shown"
  if [ "$shown" = "$1" ]; then
    echo "as described"
  else
    echo "changed" >&2
    exit 1
  fi
}
