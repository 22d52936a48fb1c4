#!/usr/bin/env bash
# TeaVM 0.16.0: distinct() of a concatenated or flattened stream keeps what occurs in two of its parts.
#
# Expected: Stream.concat(Stream.of(1, 2), Stream.of(2, 3)).distinct() has 1, 2 and 3, each once, as in Java. Seen: the
# browser has 1, 2, 2 and 3. TDistinctStreamImpl makes its set of what was seen whenever the source is asked for more,
# and a source of several parts is asked once for each part.
# Output seen: "Java: [1, 2, 3]; TeaVM: [1, 2, 2, 3]"
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class Demo {
  public static void main(String[] args) {
    Stream<Integer> all = Stream.concat(Stream.of(1, 2), Stream.of(2, 3));
    System.out.println(all.distinct().collect(Collectors.toList()));
  }
}
END
mvn -q -B process-classes >&2
java=$(java -cp target/classes Demo)
browser=$(node -e 'require("./target/javascript/classes.js").main([])')
echo "Java: $java; TeaVM: $browser"
[ "$java" = "[1, 2, 3]" ] && [ "$browser" != "$java" ]
