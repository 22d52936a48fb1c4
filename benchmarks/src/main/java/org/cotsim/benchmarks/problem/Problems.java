package org.cotsim.benchmarks.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.input.InputException;

/** Finds the problem that a person means, among all registered kinds. */
public final class Problems {

  private static final List<ProblemKind> KINDS =
      ServiceLoader.load(ProblemKind.class, Problems.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private Problems() {}

  /** All kinds, in the order in which they are asked. */
  public static List<ProblemKind> kinds() {
    return KINDS;
  }

  /** Whether a text begins with the prefix of a kind. */
  static boolean hasPrefix(String text) {
    return KINDS.stream().flatMap(kind -> kind.prefixes().stream()).anyMatch(text::startsWith);
  }

  /** The problem that a text names. */
  public static Problem<?> find(ProblemText text) throws InputException {
    for (ProblemKind kind : KINDS) {
      Optional<Problem<?>> found = kind.find(text);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw Catalogue.unknown(text.text());
  }

  /**
   * The problem of a text whose symbols and limit may be given.
   *
   * @param most runs of machines are stopped after so many steps
   */
  public static Problem<?> find(String text, Optional<String> alphabet, long most)
      throws InputException {
    return find(new ProblemText(text, alphabet, most, Optional.empty()));
  }

  /** The problem of a name, with nothing said beside it. */
  public static Problem<?> find(String name) throws InputException {
    return find(new ProblemText(name));
  }

  /** The problems that a sweep measures where nobody names one. */
  public static List<Problem<?>> usuallySwept() throws InputException {
    List<Problem<?>> problems = new ArrayList<>();
    for (ProblemKind kind : KINDS) {
      for (String name : kind.usuallySwept()) {
        problems.add(find(name));
      }
    }
    return problems;
  }

  /** What problems like this one are called, in the plural. */
  public static String kindOf(Problem<?> problem) {
    return KINDS.stream()
        .filter(kind -> kind.problems().isInstance(problem))
        .map(ProblemKind::plural)
        .findFirst()
        .orElse("others");
  }

  /** Says that a problem lacks a capability, and which kinds have it. */
  static ExperimentException lacking(Problem<?> problem, String what, Class<?> capability) {
    String able =
        KINDS.stream()
            .filter(kind -> capability.isAssignableFrom(kind.problems()))
            .map(ProblemKind::plural)
            .collect(Collectors.joining(", "));
    return new ExperimentException(problem.name() + " has no " + what + "; what has: " + able);
  }
}
