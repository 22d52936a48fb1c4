package org.cotsim.benchmarks.page;

import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.decode.RestartingSession;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;

/**
 * What the page of a run says of it, but for its scripts.
 *
 * @param run that is shown
 * @param say the language of the page
 */
record TraceWords(TracedInput run, Sentences say) {

  private static final int SHOWN = 60; // characters of an input in the heading

  /** The title of the window. */
  String title(Heading heading) {
    String what =
        LoopsData.of(run).isPresent()
            ? "title.loops"
            : ThoughtsData.of(run).isPresent() ? "title.thoughts" : "title.chain";
    return say.say(what, Map.of("name", heading.name()));
  }

  /** The input, shortened. */
  String input() {
    Optional<ConnectivityInstance> graph = run.scene().flatMap(TraceWords::graph);
    if (graph.isPresent()) {
      ConnectivityInstance asked = graph.get();
      return shortened(
          say.say(
              "input.graph",
              Map.of(
                  "source", asked.sourceName(),
                  "target", asked.targetName(),
                  "edges", asked.edges().size())));
    }
    return shortened(run.input());
  }

  /** The question about a graph that a scene shows, if it shows one. */
  static Optional<ConnectivityInstance> graph(MachineScene scene) {
    if (scene instanceof MachineScene.Levels levels) {
      return Optional.of(levels.instance());
    }
    return scene instanceof MachineScene.Search search
        ? Optional.of(search.instance())
        : Optional.empty();
  }

  private String shortened(String input) {
    return input.codePointCount(0, input.length()) <= SHOWN
        ? say.word(input)
        : input.substring(0, input.offsetByCodePoints(0, SHOWN)) + "\u2026";
  }

  /** What the theory answers. */
  String theoryTitle() {
    if (run.steps().equals("0")) {
      return say.say("theory.title.atonce");
    }
    if (ThoughtsData.of(run).isPresent()) {
      return say.say("theory.title.thoughts");
    }
    return ClassTheory.title(say, run.problem().languageClass())
        .orElse(say.say("theory.title.chain"));
  }

  /** Why it works, and for a chain first whether one is needed, as HTML. */
  String theory() {
    String why =
        Theory.of(say, run.problem(), run.scene(), run.steps()).map(Theory::toHtml).orElse("");
    boolean chain = !run.steps().equals("0") && ThoughtsData.of(run).isEmpty();
    return chain ? ClassTheory.paragraphs(say, run.problem().languageClass()) + why : why;
  }

  /** What the picture shows. */
  String machineTitle() {
    if (run.scene().isEmpty()) {
      return say.say("machine");
    }
    MachineScene scene = run.scene().get();
    if (scene instanceof MachineScene.Automaton) {
      return say.say("machine.automaton");
    }
    return say.say(scene instanceof MachineScene.Tapes ? "machine.turing" : "machine.graph");
  }

  /** A list of definitions, as HTML. */
  String facts() {
    StringBuilder html = new StringBuilder();
    run.problem()
        .notes()
        .forEach(note -> html.append(fact("fact.note", say.element("span", note))));
    html.append(fact("fact.steps", say.element("span", run.steps())));
    html.append(fact("fact.model", Html.escape(model(run.assembly().model()))));
    Vocabulary vocabulary = run.assembly().model().vocabulary();
    if (RestartingSession.restarts(vocabulary)) {
      int[] chain = run.trace().decoding().chain();
      long longest =
          RestartingSession.longestContext(
              vocabulary, run.trace().prompt().size(), chain, chain.length);
      html.append(fact("fact.context", say.say("fact.context.most", Map.of("tokens", longest))));
    }
    html.append(fact("fact.certificate", Html.escape(certificate(run.certificate()))));
    return html.toString();
  }

  private String model(Transformer model) {
    return say.say(
        "fact.model.sizes",
        Map.of(
            "layers", model.layers().size(),
            "heads", model.heads(),
            "width", model.width(),
            "weights", model.nonZeros()));
  }

  private String certificate(Certificate certificate) {
    ScoreClaim tightest =
        certificate.claims().stream()
            .min((a, b) -> Double.compare(a.gap() - a.noise(), b.gap() - b.noise()))
            .orElseThrow();
    return say.say(
        certificate.holds() ? "fact.certified" : "fact.uncertified",
        Map.of(
            "tokens", certificate.maxLength(),
            "chain", certificate.maxSteps(),
            "head", tightest.name(),
            "gap", say.figure(tightest.gap()),
            "arithmetic", certificate.arithmetic(),
            "noise", say.figure(tightest.noise())));
  }

  /**
   * A definition.
   *
   * @param inside as HTML
   */
  private String fact(String key, String inside) {
    return Html.element("dt", say.say(key)) + "<dd>" + inside + "</dd>\n";
  }
}
