#!/usr/bin/env bash
# TeaVM 0.16.0: Math.scalb(1.0, 1023) is Infinity.
#
# Expected: 2^1023, a number, as in Java; the largest exponent of a double is 1023. Seen: in the browser every result with
# that exponent is Infinity, Math.scalb(1.5, 1023) and Double.MAX_VALUE scaled from below included.
# Output seen: "Java: true; TeaVM: false"
# Exits with 1 if that is no longer so. Needs a JDK, Maven and Node; works in a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'END'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<properties><maven.compiler.release>17</maven.compiler.release></properties>
<dependencies>
<dependency><groupId>org.teavm</groupId><artifactId>teavm-classlib</artifactId><version>0.16.0</version><scope>provided</scope></dependency>
</dependencies>
<build><plugins>
<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
<plugin><groupId>org.teavm</groupId><artifactId>teavm-maven-plugin</artifactId><version>0.16.0</version>
<executions><execution><goals><goal>compile</goal></goals>
<configuration><mainClass>Demo</mainClass></configuration></execution></executions></plugin>
</plugins></build></project>
END
mkdir -p src/main/java
cat > src/main/java/Demo.java <<'END'
public class Demo {
  public static void main(String[] args) {
    System.out.println(Math.scalb(1.0, 1023) <= Double.MAX_VALUE);
  }
}
END
mvn -q -B process-classes >&2
java=$(java -cp target/classes Demo)
browser=$(node -e 'require("./target/javascript/classes.js").main([])')
echo "Java: $java; TeaVM: $browser"
[ "$java" = "true" ] && [ "$browser" != "$java" ]
