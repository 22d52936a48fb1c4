package org.cotsim.languages.catalogue;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.TuringDefinition.Decides;

/** Complete problems for P and its subclasses, in finite alphabets with unary names. */
final class PolynomialProblems {

  private PolynomialProblems() {}

  static List<TuringEntry> entries() {
    return Stream.of(logic(), graphs()).flatMap(List::stream).toList();
  }

  private static List<TuringEntry> logic() {
    return List.of(
        entry(
            "circuit-value",
            "whether a circuit's last gate is true; gates T F !r &rr |rr, r = x^i. is i gates back",
            "R. E. Ladner, The circuit value problem is log space complete for P, 1975",
            "P-complete",
            RunningTime.atMost("2n+2", n -> 2 * n + 2),
            CircuitValue::isTrue,
            CircuitValue.words()),
        entry(
            "horn-sat",
            "whether Horn clauses such as x&xx>xxx; >x; xx>; hold together, variable i being x^i",
            "W. F. Dowling, J. H. Gallier, Linear-time algorithms for testing the satisfiability of"
                + " propositional Horn formulae, 1984",
            "P-complete",
            RunningTime.atMost("(n+2)^2", n -> (n + 2) * (n + 2)),
            HornSatisfiability::isSatisfiable,
            HornSatisfiability.words()));
  }

  private static List<TuringEntry> graphs() {
    return List.of(
        entry(
            "reachability",
            "whether s>t; is joined by directed edges u>v; given after it, vertex i being x^i",
            "N. D. Jones, Space-bounded reducibility among combinatorial problems, 1975",
            "NL-complete",
            RunningTime.atMost("(n+2)^2", n -> (n + 2) * (n + 2)),
            Reachability::isDirectedPath,
            Reachability.directedWords()),
        entry(
            "reachability-undirected",
            "whether s>t; is joined by undirected edges u>v; given after it, vertex i being x^i",
            "O. Reingold, Undirected connectivity in log-space, 2008",
            "L-complete",
            RunningTime.atMost("(n+2)^2", n -> (n + 2) * (n + 2)),
            Reachability::isUndirectedPath,
            Reachability.undirectedWords()));
  }

  private static TuringEntry entry(
      String name,
      String summary,
      String citation,
      String complexity,
      RunningTime steps,
      Predicate<List<String>> language,
      TuringWords words) {
    return new TuringEntry(
        name,
        summary,
        citation,
        complexity,
        TuringCatalogue.machine(name),
        new Decides(language),
        steps,
        words);
  }
}
