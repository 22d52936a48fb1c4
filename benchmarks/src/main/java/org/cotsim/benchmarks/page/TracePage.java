package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.page.diagram.Diagram;
import org.cotsim.benchmarks.page.diagram.Layout;
import org.cotsim.benchmarks.page.diagram.LibraryLayout;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.input.Point;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.decode.RestartingSession;
import org.cotsim.simulator.model.Vocabulary;

/**
 * A page on which a reader steps through a chain of thought: the tokens, what every head attends
 * to, what the subspaces hold, the machine beside it, and the answer under every smaller budget.
 */
public final class TracePage {

  private static final List<String> STYLES =
      List.of("base.css", "trace.css", "loops.css", "thoughts.css", "print.css");
  private static final List<String> SCRIPTS =
      List.of(
          "data.js",
          "words.js",
          "strip.js",
          "overview.js",
          "inside.js",
          "automaton.js",
          "tapes.js",
          "search.js",
          "loops.js",
          "thoughts.js",
          "budget.js",
          "predict.js",
          "main.js",
          "print.js");

  private static final List<String> LIVE_SCRIPTS =
      List.of(
          "table.js",
          "live-words.js",
          "live-automaton.js",
          "live-machine.js",
          "live-graph.js",
          "live.js");

  private static final int SHOWN = 60; // characters of an input in the heading

  private TracePage() {}

  /** The whole file. */
  public static String of(TracedInput run) {
    return of(run, "", "");
  }

  /**
   * The whole file with more in it.
   *
   * @param before HTML above the heading
   * @param after HTML below everything else
   */
  static String of(TracedInput run, String before, String after) {
    return of(run, Heading.of(run), before, after);
  }

  /** The same under another heading. */
  static String of(TracedInput run, Heading heading, String before, String after) {
    JsonObject data = TraceData.of(run);
    if (data.has("live") && !heading.equals(Heading.of(run))) {
      data.getAsJsonObject("live").addProperty("name", heading.name());
      data.getAsJsonObject("live").addProperty("summary", heading.summary());
    }
    return of(run, heading, data, before, after);
  }

  /**
   * A page on which a reader predicts the tokens for one word after the other; their decodings are
   * nowhere in it, they are made where it is read.
   *
   * @param run of the first word
   * @param words at least one
   * @return empty if a page's decoder cannot build that problem, see {@link LiveProblem}
   */
  public static Optional<String> ofExercises(TracedInput run, List<String> words) {
    return LiveProblem.of(run)
        .map(
            live -> {
              JsonObject data = new JsonObject();
              data.add("exercises", TraceData.texts(words));
              data.add("live", live);
              return of(run, Heading.of(run), data, "", "");
            });
  }

  private static String of(
      TracedInput run, Heading heading, JsonObject data, String before, String after) {
    boolean live = data.has("live");
    Optional<Diagram> diagram = run.scene().map(SceneDiagram::of);
    List<Point> places =
        diagram.map(one -> Layout.rounded(one, new LibraryLayout())).orElse(List.of());
    if (live) {
      addPlaces(data.getAsJsonObject("live"), places);
    }
    return new Page(
            title(run, heading),
            Resource.all("style", STYLES),
            body(run, heading, data, Layout.at(places), before, after),
            Optional.of(new Page.Script(script(live), JsonText.of(data))))
        .toHtml();
  }

  /** Where the page's own machine stands, for the decoder in the page: it has no such library. */
  private static void addPlaces(JsonObject live, List<Point> places) {
    JsonArray json = new JsonArray();
    for (Point place : places) {
      JsonArray pair = new JsonArray();
      pair.add((int) place.x());
      pair.add((int) place.y());
      json.add(pair);
    }
    live.add(LivePage.DRAWING, json);
  }

  /** What shows a run is a function, so that it can show another one after it. */
  private static String script(boolean live) {
    return "(function () {\n\"use strict\";\n"
        + Resource.all("trace", List.of("dom.js", "share.js"))
        + ("\nfunction showRun(data) {\n" + Resource.all("trace", SCRIPTS) + "\n}\n")
        + (live
            ? "\nfunction loadDecoder() {\nconst exports = {};\n"
                + Resource.text("live/decoder.js")
                + "\nreturn exports;\n}\n"
                + Resource.all("trace", LIVE_SCRIPTS)
            : "\nshowRun(JSON.parse(byId(\"data\").textContent));\n")
        + "\n})();\n";
  }

  /** The title of the window. */
  static String title(TracedInput run) {
    return title(run, Heading.of(run));
  }

  static String title(TracedInput run, Heading heading) {
    String what =
        LoopsData.of(run).isPresent()
            ? "the same layer, loop by loop"
            : ThoughtsData.of(run).isPresent()
                ? "the reached set, thought by thought"
                : "a chain of thought, step by step";
    return heading.name() + ": " + what;
  }

  private static String body(
      TracedInput run,
      Heading heading,
      JsonObject data,
      Layout layout,
      String before,
      String after) {
    Map<String, String> parts = new LinkedHashMap<>(parts(run, layout));
    parts.put("heading", heading.toHtml());
    parts.put("before", before);
    parts.put("after", after);
    parts.put("live", form(data));
    parts.put("loops", LoopsData.of(run).isPresent() ? Resource.text("trace/loops.html") : "");
    parts.put(
        "thoughts", ThoughtsData.of(run).map(any -> thoughts(run.scene(), layout)).orElse(""));
    return Template.fill(Resource.text("trace/body.html"), parts);
  }

  /** What the reader types into, if the page can decode it. */
  private static String form(JsonObject data) {
    if (!data.has("live")) {
      return "";
    }
    String kind = data.getAsJsonObject("live").get("kind").getAsString();
    boolean words = !kind.equals(LiveGraph.KIND);
    String form = Resource.text("trace/live-" + kind + ".html");
    return Template.fill(
        Resource.text("trace/live.html"),
        Map.of(
            "live-form", words ? Resource.text("trace/live-word.html") + form : form,
            "live-hint", words ? "Type a word" : "Choose two vertices"));
  }

  /**
   * HTML that is another one for another run of the same page, by the names of its holes.
   *
   * @param layout of a machine that nobody has drawn
   */
  static Map<String, String> parts(TracedInput run, Layout layout) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("heading", Heading.of(run).toHtml());
    parts.put("input", Html.escape(shortened(input(run))));
    parts.put("length", Html.escape("n = " + run.n()));
    parts.put(
        "theory-title",
        run.steps().equals("0")
            ? "How it answers without a chain of thought"
            : ThoughtsData.of(run).isPresent()
                ? "Why continuous thoughts help here"
                : "Why a chain of thought helps here");
    parts.put(
        "theory",
        Theory.of(run.problem(), run.scene(), run.steps()).map(Theory::toHtml).orElse(""));
    parts.put("machine", machine(run, layout));
    parts.put("machine-title", run.scene().map(TracePage::machineTitle).orElse("The machine"));
    parts.put("facts", facts(run));
    return parts;
  }

  /** The same graph twice: for the thoughts, and for the chain beside them. */
  private static String thoughts(Optional<MachineScene> scene, Layout layout) {
    Diagram graph = SceneDiagram.of(scene.orElseThrow());
    return Template.fill(
        Resource.text("trace/thoughts.html"),
        Map.of(
            "thought-graph", graph.toSvg("t-", layout), "chain-graph", graph.toSvg("c-", layout)));
  }

  private static String input(TracedInput run) {
    Optional<ConnectivityInstance> graph = run.scene().flatMap(TracePage::graph);
    if (graph.isPresent()) {
      ConnectivityInstance asked = graph.get();
      return "%s to %s, %d edges"
          .formatted(asked.sourceName(), asked.targetName(), asked.edges().size());
    }
    return run.input();
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

  private static String shortened(String input) {
    if (input.isEmpty()) {
      return "the empty word";
    }
    return input.codePointCount(0, input.length()) <= SHOWN
        ? input
        : input.substring(0, input.offsetByCodePoints(0, SHOWN)) + "\u2026";
  }

  private static String machine(TracedInput run, Layout layout) {
    return ThoughtsData.of(run).isPresent()
        ? "" // its graph stands above
        : run.scene().map(scene -> SceneDiagram.of(scene).toSvg("", layout)).orElse("");
  }

  private static String machineTitle(MachineScene scene) {
    if (scene instanceof MachineScene.Automaton) {
      return "The automaton";
    }
    return scene instanceof MachineScene.Tapes ? "The Turing machine" : "The graph";
  }

  private static String facts(TracedInput run) {
    StringBuilder html = new StringBuilder();
    run.problem().notes().forEach(note -> html.append(fact("Note", note)));
    html.append(fact("Class", ClassTheory.sentence(run.problem().languageClass())));
    html.append(fact("Steps claimed", run.steps()));
    html.append(
        fact(
            "Model",
            "%d layers, %d heads, width %d, %d non-zero weights, all of them set by hand"
                .formatted(
                    run.assembly().model().layers().size(),
                    run.assembly().model().heads(),
                    run.assembly().model().width(),
                    run.assembly().model().nonZeros())));
    Vocabulary vocabulary = run.assembly().model().vocabulary();
    if (RestartingSession.restarts(vocabulary)) {
      int[] chain = run.trace().decoding().chain();
      long longest =
          RestartingSession.longestContext(
              vocabulary, run.trace().prompt().size(), chain, chain.length);
      html.append(fact("Context", "at most " + longest + " tokens at once"));
    }
    html.append(fact("Certificate", certificate(run.certificate())));
    return html.toString();
  }

  private static String certificate(Certificate certificate) {
    ScoreClaim tightest =
        certificate.claims().stream()
            .min((a, b) -> Double.compare(a.gap() - a.noise(), b.gap() - b.noise()))
            .orElseThrow();
    String length =
        "inputs of up to %d tokens and chains of up to %d"
            .formatted(certificate.maxLength(), certificate.maxSteps());
    return (certificate.holds() ? "right for " : "NOT certified for ")
        + length
        + String.format(
            Locale.ROOT,
            ": the closest call is \u201c%s\u201d, where the right score leads by %.2g and rounding"
                + " in %s can blur it by %.2g",
            tightest.name(),
            tightest.gap(),
            certificate.arithmetic(),
            tightest.noise());
  }

  private static String fact(String name, String text) {
    return Html.element("dt", name) + Html.element("dd", text) + "\n";
  }
}
