#!/usr/bin/env bash
# TeaVM 0.16.0: log1p and expm1 lose half of their digits near 0.
#
# Expected: these two functions exist to keep all digits of small arguments: log1p(1e-10) is 9.9999999995e-11.
# Seen: 1.00000008269e-10, wrong from the seventh digit on: log(1 + x) and exp(x) - 1 as they stand, although JavaScript
# has exact ones.
# Output seen: "log1p 1.000000082690371E-10, expm1 1.000000082740371E-10".
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
public class Shown {
  public static void main(String[] arguments) {
    System.out.println(
        "log1p " + Math.log1p(1e-10) + ", expm1 " + Math.expm1(1e-10));
  }
}
END
mvn -q -B process-classes
jvm=$(java -cp target/classes Shown)
browser=$(node -e 'require("./shown.js").main([])')
echo "JVM:   $jvm"
echo "TeaVM: $browser"
right='log1p 9.999999999500001E-11, expm1 1.00000000005E-10'
wrong='log1p 1.000000082690371E-10, expm1 1.000000082740371E-10'
if [ "$jvm" = "$right" ] && [ "$browser" = "$wrong" ]; then
  echo "as described"
else
  echo "changed" >&2
  exit 1
fi
