package org.cotsim.benchmarks.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.problem.ExplainsChain;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;

/**
 * Why a kind of chain works, in three sentences for somebody who sees it for the first time.
 *
 * @param say the language of the page
 * @param sentences in the order in which they are read
 * @param source where it is proved
 * @param english whether they are in English, whatever the language of the page
 */
record Theory(Sentences say, List<String> sentences, String source, boolean english) {

  /** A theory of its key. */
  private Theory(Sentences say, String key) {
    this(say, say.all("theory." + key), say.say("theory." + key + ".source"), false);
  }

  /**
   * The theory of a problem's own, or of the chains that follow such a machine.
   *
   * @param steps that are claimed, as a person reads it
   */
  static Optional<Theory> of(
      Sentences say, Problem<?> problem, Optional<MachineScene> scene, String steps) {
    Optional<String> way =
        problem instanceof WaysToBuild<?> able ? ofWay(able.recipe()) : Optional.empty();
    if (way.isPresent()) {
      return way.map(key -> new Theory(say, key));
    }
    if (steps.equals("0")) {
      return Optional.of(new Theory(say, "atonce"));
    }
    if (problem instanceof ExplainsChain<?> own) {
      return Optional.of(new Theory(say, own.whyTheChainHelps(), own.source(), true));
    }
    return scene.map(shown -> new Theory(say, ofMachine(shown)));
  }

  private static String ofMachine(MachineScene scene) {
    if (scene instanceof MachineScene.Automaton) {
      return "regular";
    }
    return scene instanceof MachineScene.Tapes ? "turing" : "graph";
  }

  /** The key of a way that is not the usual one of its problems. */
  private static Optional<String> ofWay(Recipe way) {
    return switch (way) {
      case LOOPS -> Optional.of("loops");
      case SQUARING, PADDING -> Optional.of("squaring");
      case THOUGHTS -> Optional.of("thoughts");
      case FORGETTING -> Optional.of("forgetting");
      default -> Optional.empty();
    };
  }

  /** As paragraphs. */
  String toHtml() {
    String text = Html.escape(String.join(" ", sentences));
    String from = Html.escape(say.say("theory.source", Map.of("source", source)));
    return (english ? "<p lang=\"en\">" : "<p>")
        + (text + "</p>\n<p class=\"source\">" + from)
        + "</p>";
  }
}
