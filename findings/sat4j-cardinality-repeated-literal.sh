#!/usr/bin/env bash
# Sat4j 2.3.6: a cardinality constraint that holds a literal twice means something else in the core
# library and in the pseudo-Boolean one.
#
# Expected: "at least 2 of x, x, y" counts x twice, so that x alone satisfies it; or it is refused.
# Seen: the core solver finds "at least 2 of x, x, y" with x true and y false unsatisfiable; the
# pseudo-Boolean solver finds it satisfiable.
# Output seen: "at least 2 of x, x, y; x; not y: core false, pseudo-Boolean true"
# Exits with 1 if that is no longer so. Needs a JDK and Maven; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'END'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.ow2.sat4j</groupId><artifactId>org.ow2.sat4j.core</artifactId><version>2.3.6</version></dependency>
<dependency><groupId>org.ow2.sat4j</groupId><artifactId>org.ow2.sat4j.pb</artifactId><version>2.3.6</version></dependency>
</dependencies></project>
END
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
cat > Twice.java <<'END'
import org.sat4j.core.VecInt;
import org.sat4j.specs.*;

class Twice {
  static boolean satisfiable(ISolver solver) throws Exception {
    solver.newVar(2);
    try {
      solver.addAtLeast(new VecInt(new int[] {1, 1, 2}), 2);
      solver.addClause(new VecInt(new int[] {1}));
      solver.addClause(new VecInt(new int[] {-2}));
      return solver.isSatisfiable();
    } catch (ContradictionException e) {
      return false;
    }
  }

  public static void main(String[] args) throws Exception {
    boolean core = satisfiable(org.sat4j.minisat.SolverFactory.newDefault());
    boolean pb = satisfiable(org.sat4j.pb.SolverFactory.newDefault());
    System.out.println("at least 2 of x, x, y; x; not y: core " + core + ", pseudo-Boolean " + pb);
    System.exit(core != pb ? 0 : 1);
  }
}
END
if java -cp "lib/*" Twice.java; then
  echo "as described"
else
  echo "changed: both libraries answer the same" >&2
  exit 1
fi
