# Sourced by the findings on TeaVM: compiles the class Shown, read from the standard input, for the JVM and, with
# TeaVM 0.16.0, to JavaScript, in a temporary folder that is removed at the end.
#
#   . "$(dirname "$0")/teavm.bash"
#   compare 'what the JVM prints' 'what Node prints' <<'END' ... END
set -euo pipefail

compare() {
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  cd "$folder"
  mkdir -p src/main/java
  cat > src/main/java/Shown.java
  cat > pom.xml <<'END'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<properties>
<maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target>
<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
</properties>
<dependencies>
<dependency><groupId>org.teavm</groupId><artifactId>teavm-classlib</artifactId><version>0.16.0</version></dependency>
</dependencies>
<build><plugins><plugin>
<groupId>org.teavm</groupId><artifactId>teavm-maven-plugin</artifactId><version>0.16.0</version>
<executions><execution><phase>process-classes</phase><goals><goal>compile</goal></goals>
<configuration>
<mainClass>Shown</mainClass><strict>true</strict>
<targetDirectory>${project.basedir}</targetDirectory><targetFileName>shown.js</targetFileName>
</configuration></execution></executions>
</plugin></plugins></build></project>
END
  mvn -q -B process-classes
  jvm=$(java -cp target/classes Shown)
  browser=$(node -e 'require("./shown.js").main([])')
  echo "JVM:   $jvm"
  echo "TeaVM: $browser"
  if [ "$jvm" = "$1" ] && [ "$browser" = "$2" ]; then
    echo "as described"
  else
    echo "changed" >&2
    exit 1
  fi
}
