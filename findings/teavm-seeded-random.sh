#!/usr/bin/env bash
# TeaVM 0.16.0: a seeded Random gives other integers than Java, though the documentation fixes its algorithm.
#
# Expected: new Random(7) gives the same numbers everywhere: java.util.Random documents nextInt(bound) step by step, and
# Collections.shuffle draws with it, so that experiments can be repeated. Seen: nextLong is Java's, nextInt(bound) is
# not, and neither is a shuffle: a sample drawn in the page is another one than on the command line.
# Output seen: "nextInt(100) 25, shuffled [2, 4, 3, 0, 1, 5]"; the JVM says "nextInt(100) 36, shuffled [1, 0, 4, 5, 3, 2]".
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

public class Shown {
  public static void main(String[] arguments) {
    List<Integer> list = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
    Collections.shuffle(list, new Random(42));
    System.out.println(
        "nextLong " + new Random(7).nextLong() + ", nextInt(100) " + new Random(7).nextInt(100)
            + ", shuffled " + list);
  }
}
END
mvn -q -B process-classes
jvm=$(java -cp target/classes Shown)
browser=$(node -e 'require("./shown.js").main([])')
echo "JVM:   $jvm"
echo "TeaVM: $browser"
right='nextLong -4967725919621401576, nextInt(100) 36, shuffled [1, 0, 4, 5, 3, 2]'
wrong='nextLong -4967725919621401576, nextInt(100) 25, shuffled [2, 4, 3, 0, 1, 5]'
if [ "$jvm" = "$right" ] && [ "$browser" = "$wrong" ]; then
  echo "as described"
else
  echo "changed" >&2
  exit 1
fi
