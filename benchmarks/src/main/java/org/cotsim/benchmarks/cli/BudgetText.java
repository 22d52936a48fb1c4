package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.LanguageBudget;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.report.NumberText;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.algebra.LanguageAlgebra;
import org.cotsim.languages.automaton.algebra.LanguageClass;
import org.cotsim.simulator.construct.regular.LoopedConstruction;

/** What a budget says, in plain sentences. */
final class BudgetText {

  static final String LOOPS = "ceil(log2(n + 1))";

  private static final int SHOWN = 8; // groups
  private static final int LINE = 96;
  private static final String INDENT = "            ";

  private final Problem<?> problem;
  private final RegularLanguage language;
  private final LanguageBudget budget;
  private final LanguageAlgebra algebra;

  BudgetText(Problem<?> problem, RegularLanguage language, LanguageBudget budget) {
    this.problem = problem;
    this.language = language;
    this.budget = budget;
    this.algebra = budget.algebra();
  }

  void print(PrintWriter out) {
    problem.notes().forEach(note -> print(out, "note", note));
    print(out, "problem", problem.name() + ": " + problem.summary());
    print(out, "automaton", automaton());
    sentences().forEach((name, sentence) -> print(out, name.replace('_', ' '), sentence));
  }

  /** One line, or several where it is long. */
  private static void print(PrintWriter out, String name, Object sentence) {
    StringBuilder line = new StringBuilder(String.format("%-12s", name));
    String separator = "";
    for (String word : String.valueOf(sentence).split(" ", -1)) {
      if (line.length() + separator.length() + word.length() > LINE) {
        out.println(line);
        line = new StringBuilder(INDENT);
        separator = "";
      }
      line.append(separator).append(word);
      separator = " ";
    }
    out.println(line);
  }

  /** The sentences by what they are about, in reading order. */
  Map<String, String> sentences() {
    Map<String, String> sentences = new LinkedHashMap<>();
    sentences.put("because", because());
    sentences.put("zero_steps", zeroSteps());
    sentences.put("log_steps", logSteps());
    sentences.put(
        "n_plus_1",
        "enough for every regular language: "
            + (budget.own().isPresent() ? "theorem 1" : "--by theorem1")
            + ", 2 layers, gaps of order 1/n^2");
    sentences.put(
        "looped",
        "0 steps and "
            + LOOPS
            + " loops of one layer are enough for every regular language"
            + (hasLoops() ? ", --by loops" : "")
            + ": each loop doubles how many letters a position knows the product of (for loops of some layers,"
            + " Merrill and Sabharwal 2025, arXiv 2503.03961); built here for monoids of at most "
            + LoopedConstruction.MOST_ELEMENTS
            + " elements");
    sentences.put("proved", proved());
    sentences.put("assumed", assumed());
    return sentences;
  }

  private boolean hasLoops() {
    return problem instanceof WaysToBuild
        && algebra.monoid().filter(size -> size <= LoopedConstruction.MOST_ELEMENTS).isPresent();
  }

  private String automaton() {
    String monoid =
        algebra
            .monoid()
            .map(size -> "a syntactic monoid of " + size)
            .orElse("a large syntactic monoid");
    return "%s, %s, %s, %s%s"
        .formatted(
            NumberText.counted(language.size(), "state"),
            NumberText.counted(language.alphabet().size(), "letter"),
            monoid,
            algebra.complete() ? "" : "at least ",
            NumberText.counted(algebra.imageSets(), "image set"));
  }

  private String because() {
    String name = algebra.languageClass() + ": ";
    return name
        + switch (algebra.languageClass()) {
          case R_TRIVIAL -> "the only cycles of the minimal automaton are loops at a state";
          case STAR_FREE ->
              "no word permutes any set of states, so it is definable in first-order logic";
          case SOLVABLE ->
              "words permute sets of states by "
                  + groups()
                  + (algebra.groups().size() == 1
                      ? ", which is solvable"
                      : ", all of them solvable");
          case NON_SOLVABLE ->
              "words permute a set of %d states by %s, which is not solvable"
                  .formatted(algebra.groups().get(0).degree(), algebra.groups().get(0).name());
          case UNKNOWN ->
              (algebra.complete()
                      ? "some group is too large to look at"
                      : "there are more sets of states than are looked at, and no group that is not"
                          + " solvable was found among those of short words")
                  + (algebra.groups().isEmpty() ? "" : "; found: " + groups());
        };
  }

  private String groups() {
    List<String> names =
        algebra.groups().stream()
            .limit(SHOWN)
            .map(LanguageAlgebra.Group::name)
            .collect(Collectors.toCollection(ArrayList::new));
    int more = algebra.groups().size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more groups" : "");
  }

  private String zeroSteps() {
    if (budget.own().isPresent()) {
      return "enough: the decoder that is built for it, "
          + NumberText.counted(budget.own().getAsInt(), "layer");
    }
    List<String> ways = new ArrayList<>();
    add(ways, "ordered", budget.ordered(), "a constant gap of 1/2");
    add(
        ways,
        "cascade",
        budget.cascade(),
        algebra.groups().isEmpty() ? "gaps of order 1/n" : "gaps of order 1/n^2");
    if (!ways.isEmpty()) {
      return "enough: " + String.join("; ", ways);
    }
    return switch (algebra.languageClass()) {
      case NON_SOLVABLE -> "none is known; one would show TC0 = NC1";
      case UNKNOWN -> "not known here: " + budget.noCascade().orElse("");
      default ->
          "some number of layers is enough, but the decoder is too large to be built here: "
              + budget.noCascade().orElse("");
    };
  }

  private static void add(List<String> ways, String recipe, OptionalInt layers, String gap) {
    if (layers.isPresent()) {
      ways.add(
          "--by %s, %s, %s".formatted(recipe, NumberText.counted(layers.getAsInt(), "layer"), gap));
    }
  }

  private String logSteps() {
    String bound =
        "over a fixed vocabulary O(log n) steps stay in TC0 (Merrill and Sabharwal 2025, arXiv"
            + " 2503.03961, theorem 4)";
    return algebra.languageClass() == LanguageClass.NON_SOLVABLE
        ? bound + ", so that they help no more than none"
        : bound;
  }

  private String proved() {
    String theorem1 = "n + 1 steps are enough (Merrill and Sabharwal 2024, theorem 1)";
    return switch (algebra.languageClass()) {
      case R_TRIVIAL, STAR_FREE -> "0 steps are enough; " + theorem1 + "; the language is in AC0";
      case SOLVABLE ->
          "0 steps are enough; "
              + theorem1
              + "; the language is in ACC0 (Barrington and Therien 1988)"
              + algebra
                  .constantDepth()
                  .map(in -> in ? ", and in AC0" : ", and not in AC0")
                  .orElse("");
      case NON_SOLVABLE ->
          theorem1 + "; the language is complete for NC1 (Barrington 1989); 0 steps stay in TC0";
      case UNKNOWN -> theorem1;
    };
  }

  private String assumed() {
    return switch (algebra.languageClass()) {
      case NON_SOLVABLE ->
          "that 0 steps, or O(log n), of a fixed number of layers are not enough: that rests on TC0"
              + " not being NC1, which nobody has proved";
      case UNKNOWN -> "nothing is said of 0 steps";
      default -> "nothing";
    };
  }
}
