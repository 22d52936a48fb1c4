#!/usr/bin/env bash
# TeaVM 0.16.0: TreeSet.subSet with inclusive flags takes the bounds the wrong way round.
#
# Expected: subSet("a", false, "c", true) of a, b, c, d leaves a out and c in, as in Java. Seen: a is in and c is out.
# TreeMap.subMap with the same flags is right.
# Output seen: "set [a, b], map [b, c]"; the JVM says "set [b, c], map [b, c]".
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
<mainClass>Shown</mainClass><strict>true</strict>
<targetDirectory>${project.basedir}</targetDirectory><targetFileName>shown.js</targetFileName>
</configuration></execution></executions>
</plugin></plugins></build></project>
END
mkdir -p src/main/java
cat > src/main/java/Shown.java <<'END'
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

public class Shown {
  public static void main(String[] arguments) {
    TreeSet<String> set = new TreeSet<>(List.of("a", "b", "c", "d"));
    TreeMap<String, Integer> map = new TreeMap<>();
    set.forEach(one -> map.put(one, 1));
    System.out.println(
        "set " + set.subSet("a", false, "c", true)
            + ", map " + map.subMap("a", false, "c", true).keySet());
  }
}
END
mvn -q -B process-classes
jvm=$(java -cp target/classes Shown)
browser=$(node -e 'require("./shown.js").main([])')
echo "JVM:   $jvm"
echo "TeaVM: $browser"
right='set [b, c], map [b, c]'
wrong='set [a, b], map [b, c]'
if [ "$jvm" = "$right" ] && [ "$browser" = "$wrong" ]; then
  echo "as described"
else
  echo "changed" >&2
  exit 1
fi
