#!/usr/bin/env bash
# Sat4j 2.3.6: the solver SolverFactory.newBest17() calls satisfiable clauses unsatisfiable.
#
# Expected: every solver of the library answers alike; for random 3-SAT of 100 variables and 410
# clauses, about half of which is satisfiable, a model found by one is a model for all.
# Seen: of 300 formulas three have a model that newDefault() finds and that is checked here, clause by
# clause, and newBest17() says that they have none.
# Output seen: "153, 180, 298: newBest17 says unsatisfiable, a model is known"
# Exits with 1 if that is no longer so. Needs a JDK and Maven; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.ow2.sat4j</groupId><artifactId>org.ow2.sat4j.core</artifactId><version>2.3.6</version></dependency>
</dependencies></project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
cat > Compare.java <<'JAVA'
import java.util.*;
import java.util.stream.*;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.*;

class Compare {
  static final int VARIABLES = 100, CLAUSES = 410, FORMULAS = 300;

  static Optional<int[]> model(ISolver solver, List<int[]> formula) throws Exception {
    try {
      solver.newVar(VARIABLES);
      for (int[] clause : formula) solver.addClause(new VecInt(clause.clone()));
      return solver.isSatisfiable() ? Optional.of(solver.model()) : Optional.empty();
    } catch (ContradictionException e) {
      return Optional.empty();
    }
  }

  static List<int[]> formula(Random random) {
    List<int[]> clauses = new ArrayList<>();
    for (int i = 0; i < CLAUSES; i++) {
      int[] clause = new int[3];
      for (int k = 0; k < 3; k++) clause[k] = 1 + random.nextInt(VARIABLES);
      for (int k = 0; k < 3; k++) clause[k] = random.nextBoolean() ? clause[k] : -clause[k];
      clauses.add(clause);
    }
    return clauses;
  }

  public static void main(String[] args) throws Exception {
    Random random = new Random(1);
    List<String> wrong = new ArrayList<>();
    for (int number = 0; number < FORMULAS; number++) {
      List<int[]> formula = formula(random);
      Optional<int[]> model = model(SolverFactory.newDefault(), formula);
      if (model.isEmpty()) continue;
      Set<Integer> holds = IntStream.of(model.get()).boxed().collect(Collectors.toSet());
      boolean checked = formula.stream().allMatch(c -> IntStream.of(c).anyMatch(holds::contains));
      if (checked && model(SolverFactory.newBest17(), formula).isEmpty()) wrong.add("" + number);
    }
    System.out.println(String.join(", ", wrong) + ": newBest17 says unsatisfiable, a model is known");
    System.exit(wrong.isEmpty() ? 1 : 0);
  }
}
JAVA
if java -cp "lib/*" Compare.java; then
  echo "as described"
else
  echo "changed: newBest17 finds a model wherever newDefault does" >&2
  exit 1
fi
