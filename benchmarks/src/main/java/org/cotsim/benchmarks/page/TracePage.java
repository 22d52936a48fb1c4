package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.page.diagram.Diagram;
import org.cotsim.benchmarks.page.diagram.Layout;
import org.cotsim.benchmarks.page.diagram.LibraryLayout;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.languages.input.Point;

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
          "live-weaker.js",
          "live.js");

  private TracePage() {}

  /** The whole file. */
  public static String of(TracedInput run) {
    return of(run, SentencesFile.english());
  }

  /** The whole file in a language. */
  public static String of(TracedInput run, Sentences say) {
    return of(run, Heading.of(run), say, "", "");
  }

  /**
   * The whole file with more in it.
   *
   * @param say the language of the page
   * @param before HTML above the heading
   * @param after HTML below everything else
   */
  static String of(TracedInput run, Heading heading, Sentences say, String before, String after) {
    JsonObject data = TraceData.of(run, say);
    if (data.has("live") && !heading.equals(Heading.of(run))) {
      data.getAsJsonObject("live").addProperty("name", heading.name());
      data.getAsJsonObject("live").addProperty("summary", heading.summary());
      data.getAsJsonObject("live").addProperty(Heading.ENGLISH, heading.english());
    }
    return of(run, heading, say, data, before, after);
  }

  /**
   * A page on which a reader predicts the tokens for one word after the other; their decodings are
   * nowhere in it, they are made where it is read.
   *
   * @param run of the first word
   * @param words at least one
   * @return empty if a page's decoder cannot build that problem, see {@link LiveProblem}
   */
  public static Optional<String> ofExercises(TracedInput run, List<String> words, Sentences say) {
    return LiveProblem.of(run)
        .map(
            live -> {
              JsonObject data = new JsonObject();
              data.add("exercises", TraceData.texts(words));
              data.add("live", live);
              return of(run, Heading.of(run), say, data, "", "");
            });
  }

  private static String of(
      TracedInput run,
      Heading heading,
      Sentences say,
      JsonObject data,
      String before,
      String after) {
    boolean live = data.has("live");
    Optional<Diagram> diagram = run.scene().map(SceneDiagram::of);
    List<Point> places =
        diagram.map(one -> Layout.rounded(one, new LibraryLayout())).orElse(List.of());
    if (live) {
      addPlaces(data.getAsJsonObject("live"), places);
    }
    return new Page(
            say.language(),
            new TraceWords(run, say).title(heading),
            Resource.all("style", STYLES),
            body(run, heading, say, data, Layout.at(places), before, after),
            Optional.of(
                new Page.Script(
                    script(live),
                    JsonText.of(data),
                    JsonText.of(live ? say.toJson() : say.ofScripts()))))
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
        + Resource.text("sentences/say.js")
        + Resource.all("trace", List.of("dom.js", "share.js", "fold.js", "course.js"))
        + ("\nfunction showRun(data) {\n" + Resource.all("trace", SCRIPTS) + "\n}\n")
        + (live
            ? "\nfunction loadDecoder() {\nconst exports = {};\n"
                + Resource.text("live/decoder.js")
                + "\nexports.speak(byId(\"sentences\").textContent);\nreturn exports;\n}\n"
                + Resource.all("trace", LIVE_SCRIPTS)
            : "\nshowRun(JSON.parse(byId(\"data\").textContent));\n")
        + "\n})();\n";
  }

  /** The title of its window. */
  public static String title(TracedInput run, Sentences say) {
    return new TraceWords(run, say).title(Heading.of(run));
  }

  private static String body(
      TracedInput run,
      Heading heading,
      Sentences say,
      JsonObject data,
      Layout layout,
      String before,
      String after) {
    Map<String, String> parts = new LinkedHashMap<>(parts(run, heading, say, layout));
    parts.put("before", before);
    parts.put("after", after);
    boolean loops = LoopsData.of(run).isPresent();
    parts.put("live", loops ? form(data, say) : "");
    parts.put("live-beside", loops ? "" : form(data, say)); // so that the machine stays in sight
    parts.put("loops", loops ? template("loops", say, Map.of()) : "");
    parts.put(
        "thoughts", ThoughtsData.of(run).map(any -> thoughts(run.scene(), say, layout)).orElse(""));
    return template("body", say, parts);
  }

  private static String template(String name, Sentences say, Map<String, String> parts) {
    return Template.fill(Resource.text("trace/" + name + ".html"), say, parts);
  }

  /** What the reader types into, if the page can decode it. */
  private static String form(JsonObject data, Sentences say) {
    if (!data.has("live")) {
      return "";
    }
    String kind = data.getAsJsonObject("live").get("kind").getAsString();
    boolean words = !kind.equals(LiveGraph.KIND);
    String form = template("live-" + kind, say, Map.of());
    return template(
        "live",
        say,
        Map.of(
            "live-form",
            words ? template("live-word", say, Map.of()) + form : form,
            "live-hint",
            Html.escape(words ? say.say("live.hint.word") : say.say("live.hint.graph"))));
  }

  /**
   * HTML that is another one for another run of the same page, by the names of its holes.
   *
   * @param layout of a machine that nobody has drawn
   */
  static Map<String, String> parts(TracedInput run, Heading heading, Sentences say, Layout layout) {
    TraceWords words = new TraceWords(run, say);
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("heading", heading.toHtml(say));
    parts.put("input", Html.escape(words.input()));
    parts.put("length", Html.escape("n = " + run.n()));
    parts.put("theory-title", Html.escape(words.theoryTitle()));
    parts.put("theory", words.theory());
    parts.put("class", ClassTheory.toHtml(say, run.problem().languageClass()));
    parts.put("machine", machine(run, layout));
    parts.put("machine-title", Html.escape(words.machineTitle()));
    parts.put("facts", words.facts());
    return parts;
  }

  /** The same graph twice: for the thoughts, and for the chain beside them. */
  private static String thoughts(Optional<MachineScene> scene, Sentences say, Layout layout) {
    Diagram graph = SceneDiagram.of(scene.orElseThrow());
    return template(
        "thoughts",
        say,
        Map.of(
            "thought-graph", graph.toSvg("t-", layout), "chain-graph", graph.toSvg("c-", layout)));
  }

  private static String machine(TracedInput run, Layout layout) {
    return ThoughtsData.of(run).isPresent()
        ? "" // its graph stands above
        : run.scene().map(scene -> SceneDiagram.of(scene).toSvg("", layout)).orElse("");
  }
}
