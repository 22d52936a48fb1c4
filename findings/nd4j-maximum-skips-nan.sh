#!/usr/bin/env bash
# ND4J 1.0.0-M2.1 (CPU): the largest of some numbers passes over what is not a number.
#
# Expected, as in Math.max, NumPy, PyTorch and ONNX's ReduceMax: a NaN among the numbers makes the maximum NaN,
# so that an overflow upstream is seen. Seen: max(1, NaN, 2) is 2.0, argMax is 2, and the maximum of
# nothing but NaN is -Infinity, with argMax 0.
# Output seen: "max(1, NaN, 2) = 2.0 at 2; max(NaN, NaN) = -Infinity at 0"
# Exits with 1 if that is no longer so. Needs a JDK and Maven on Linux x86-64; installs into a temporary
# folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'END'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.nd4j</groupId><artifactId>nd4j-native</artifactId><version>1.0.0-M2.1</version></dependency>
<dependency><groupId>org.nd4j</groupId><artifactId>nd4j-native</artifactId><version>1.0.0-M2.1</version><classifier>linux-x86_64</classifier></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
END
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
cat > Largest.java <<'END'
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Largest {
  static String of(INDArray numbers) {
    return numbers.maxNumber() + " at " + numbers.argMax(0).getInt(0);
  }

  public static void main(String[] args) {
    String seen = "max(1, NaN, 2) = " + of(Nd4j.createFromArray(1.0, Double.NaN, 2.0))
        + "; max(NaN, NaN) = " + of(Nd4j.createFromArray(Double.NaN, Double.NaN));
    System.out.println(seen);
    System.exit(seen.equals("max(1, NaN, 2) = 2.0 at 2; max(NaN, NaN) = -Infinity at 0") ? 0 : 1);
  }
}
END
if java -cp "lib/*" Largest.java; then
  echo "as described"
else
  echo "changed" >&2
  exit 1
fi
