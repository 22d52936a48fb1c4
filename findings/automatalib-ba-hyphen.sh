#!/usr/bin/env bash
# AutomataLib 0.12.1: its reader of .ba files refuses state names with a hyphen.
#
# Expected: in the BA format of RABIT and Reduce a line is LABEL,SOURCE->TARGET, and a state may be called q-1;
# only the arrow and the comma separate. Seen: the reader's pattern for names excludes every hyphen, so that
# "a,q-1->q-2" is refused as an invalid identifier, while "a,q1->q2" is read.
# Output seen: "q1, q2: 2 states; q-1, q-2: FormatException: Invalid identifier: q-1"
# Exits with 1 if that is no longer so. Needs a JDK and Maven; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'END'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies>
<dependency><groupId>net.automatalib</groupId><artifactId>automata-serialization-ba</artifactId><version>0.12.1</version></dependency>
</dependencies></project>
END
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
cat > Ba.java <<'END'
import java.io.ByteArrayInputStream;
import net.automatalib.serialization.ba.BAParsers;

class Ba {
  static String read(String text) {
    try {
      return BAParsers.nfa().readModel(new ByteArrayInputStream(text.getBytes())).model.size() + " states";
    } catch (Exception e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  public static void main(String[] args) {
    String plain = read("q1\na,q1->q2\nq2\n");
    String hyphen = read("q-1\na,q-1->q-2\nq-2\n");
    System.out.println("q1, q2: " + plain + "; q-1, q-2: " + hyphen);
    System.exit(plain.equals("2 states") && !hyphen.equals("2 states") ? 0 : 1);
  }
}
END
if java -cp "lib/*" Ba.java 2>errors; then
  echo "as described"
else
  cat errors >&2
  echo "changed" >&2
  exit 1
fi
