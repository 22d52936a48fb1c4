#!/usr/bin/env bash
# TeaVM 0.16.0: distinct() forgets at every seam of a concatenated or flattened stream.
#
# Expected: Stream.concat(a, b).distinct() and stream.flatMap(...).distinct() hold every element once, as in Java.
# Seen: compiled to JavaScript, each part is made distinct by itself: an element of two parts comes twice. A stream
# of one part is right. Nothing is said at compile time or when it runs.
# Output seen: "concat [a, b, b, c], flatMap [a, b, b, c], one part [a, b, c]"; the JVM says [a, b, c] three times.
# Exits with 1 if that is no longer so. Needs a JDK, Maven and Node.js; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
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
<mainClass>Parts</mainClass><strict>true</strict>
<targetDirectory>${project.basedir}</targetDirectory><targetFileName>parts.js</targetFileName>
</configuration></execution></executions>
</plugin></plugins></build></project>
END
mkdir -p src/main/java
cat > src/main/java/Parts.java <<'END'
import java.util.List;
import java.util.stream.Stream;

public class Parts {
  public static void main(String[] arguments) {
    List<String> ab = List.of("a", "b");
    List<String> bc = List.of("b", "c");
    List<String> concat = Stream.concat(ab.stream(), bc.stream()).distinct().toList();
    List<String> flat = Stream.of(ab, bc).flatMap(List::stream).distinct().toList();
    List<String> one = Stream.of("a", "b", "b", "c").distinct().toList();
    System.out.println("concat " + concat + ", flatMap " + flat + ", one part " + one);
  }
}
END
mvn -q -B process-classes
jvm=$(java -cp target/classes Parts)
browser=$(node -e 'require("./parts.js").main([])')
echo "JVM:   $jvm"
echo "TeaVM: $browser"
right='concat [a, b, c], flatMap [a, b, c], one part [a, b, c]'
wrong='concat [a, b, b, c], flatMap [a, b, b, c], one part [a, b, c]'
if [ "$jvm" = "$right" ] && [ "$browser" = "$wrong" ]; then
  echo "as described"
else
  echo "changed" >&2
  exit 1
fi
