package org.cotsim.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;

/** The other decoders of a problem of the gallery, each with the command that builds it. */
final class OtherWays {

  private OtherWays() {}

  /**
   * A list of commands, as HTML.
   *
   * @param say the language of the page
   * @param input as a person writes it
   * @return empty text if there is no other decoder
   */
  static String of(Sentences say, GalleryItem item, Problem<?> problem, String input) {
    String asked = item.asked().onCommandLine();
    List<String> lines = new ArrayList<>();
    item.formula()
        .ifPresent(formula -> lines.add(line(say.say("way.formula"), run(formula, input))));
    if (problem instanceof WaysToBuild<?> able && !asked.startsWith("graph:")) {
      able.ways().stream()
          .filter(way -> way != able.recipe() && built(able, way).isPresent())
          .forEach(way -> lines.add(line(say.say("way." + way), trace(asked, input, way))));
      lines.add(line(say.say("way.currencies"), "cot currencies " + asked + " --out DIR"));
    }
    return lines.isEmpty()
        ? ""
        : Html.element("h3", say.say("ways"))
            + "\n<ul class=\"ways\">\n"
            + lines.stream().collect(Collectors.joining())
            + "</ul>\n";
  }

  private static String run(String formula, String input) {
    return "cot run %s --word %s"
        .formatted(AskedProblem.quoted("formula:" + formula), AskedProblem.quoted(input));
  }

  private static String trace(String asked, String input, Recipe way) {
    return "cot trace %s --word %s --by %s --out %s.html"
        .formatted(asked, AskedProblem.quoted(input), way, way);
  }

  private static String line(String words, String command) {
    return "<li>" + Html.escape(words) + ": " + Html.element("code", command) + "</li>\n";
  }

  /** The decoders of this way, if there are any. */
  private static Optional<Problem<?>> built(WaysToBuild<?> problem, Recipe way) {
    try {
      return Optional.of(problem.by(way));
    } catch (ExperimentException noSuchDecoder) {
      return Optional.empty();
    }
  }
}
