package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotsim.benchmarks.live.PageProblems;
import org.cotsim.benchmarks.page.LivePage;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.graph.GraphFamily;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoder of the pages, in a browser and as the same classes in this JVM. */
class LiveDecoderTest extends BrowserTest {

  /** Of a machine that is compared. */
  private static final int MOST_STEPS = Integer.getInteger("cotsim.live.steps", 600);

  private static final int MACHINE_LETTERS = Integer.getInteger("cotsim.live.letters", 7);
  private static final int GRAPH_VERTICES = 8;

  private static final Pattern DATA = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern SENTENCES =
      Pattern.compile("id=\"sentences\">(.*?)</script>", Pattern.DOTALL);

  private boolean loaded;

  private static JsonObject data(Path page) throws IOException {
    Matcher found = DATA.matcher(Files.readString(page));
    assertThat(found.find()).isTrue();
    return JsonParser.parseString(found.group(1)).getAsJsonObject();
  }

  /** Calls the decoder of the pages, on a page without anything else. */
  private String inBrowser(String what, String problem, String word) throws IOException {
    if (!loaded) {
      Path blank = folder().resolve("blank.html");
      Files.writeString(blank, "<!doctype html><title>decoder</title><link rel=icon href=data:,>");
      browser().open(blank);
      try (InputStream code = LivePage.class.getResourceAsStream("live/decoder.js")) {
        assertThat(code).as("the decoder, compiled").isNotNull();
        browser().run(new String(code.readAllBytes(), StandardCharsets.UTF_8));
      }
      loaded = true;
    }
    return (String)
        browser().run("return self[arguments[0]](arguments[1], arguments[2])", what, problem, word);
  }

  static Stream<String> catalogue() {
    return Catalogue.entries().stream().filter(RegularEntry.class::isInstance).map(Entry::name);
  }

  private static <I> String word(Problem<I> problem, int length)
      throws InputException, ExperimentException {
    return problem.format(RandomInputs.of(problem).random(length, length).next());
  }

  /** The page of a run decoded again there, and other words; all beside the command line. */
  private void assertTheSame(List<String> others, String... arguments) throws IOException {
    Path file = trace(arguments);
    JsonObject page = data(file);
    String live = page.get("live").toString();
    LivePage here = speaking(file);
    String answer = inBrowser("answer", live, page.get("input").getAsString());
    assertThat(JsonParser.parseString(answer).getAsJsonObject().get("data")).isEqualTo(page);
    for (String other : others) {
      assertThat(inBrowser("answer", live, other)).isEqualTo(here.answer(live, other));
      String bits = here.bits(live, other);
      assertThat(bits).contains("embedding 0,").contains("scores ");
      assertThat(inBrowser("bits", live, other)).isEqualTo(bits);
    }
  }

  /** What the decoder in the browser must do, both in the language of a page. */
  private LivePage speaking(Path page) throws IOException {
    Matcher sentences = SENTENCES.matcher(Files.readString(page));
    assertThat(sentences.find()).isTrue();
    inBrowser("speak", sentences.group(1), "");
    LivePage here = new LivePage(new PageProblems());
    here.speak(sentences.group(1));
    return here;
  }

  private static String[] words(String first, String... more) {
    return Stream.concat(Stream.of(more), Stream.of(first.split(" ", -1))).toArray(String[]::new);
  }

  /** Weights, scores and certificate bit for bit, and all that is shown. */
  @ParameterizedTest
  @MethodSource("catalogue")
  void theBrowserComputesWhatTheJvmComputes(String name)
      throws InputException, ExperimentException, IOException {
    Problem<?> problem = Problems.find(name);
    String word = word(problem, 11);
    assertTheSame(List.of(word(problem, 0), word, word(problem, 40)), name, "--word", word);
  }

  /** The same for other ways to build, hashes, positions and norms, in German. */
  @ParameterizedTest
  @CsvSource({
    "parity, --by cascade",
    "tomita-3, --by loops",
    "first-symbol, --by ordered",
    "mod-3, --hash plain",
    "mod-3, --hash folded",
    "mod-3, --positions embedded",
    "mod-3, --positions embedded --hash digits",
    "mod-3, --norm projected",
    "mod-3, --max-length 30",
    "word-z60, --by cascade"
  })
  void soItDoesInOtherWays(String name, String options)
      throws InputException, ExperimentException, IOException {
    String word = word(Problems.find(name), 9);
    assertTheSame(List.of(word), words(options, name, "--language", "de", "--word", word));
  }

  static Stream<TuringEntry> machines() {
    return Catalogue.entries().stream()
        .filter(TuringEntry.class::isInstance)
        .map(TuringEntry.class::cast)
        .filter(entry -> entry.steps().at(MACHINE_LETTERS) <= MOST_STEPS);
  }

  @ParameterizedTest
  @MethodSource("machines")
  void soItDoesForMachines(TuringEntry entry)
      throws InputException, ExperimentException, IOException {
    String word = word(Problems.find(entry.name()), MACHINE_LETTERS);
    assertTheSame(List.of(word), entry.name(), "--word", word);
  }

  @Test
  void mostMachinesOfTheCatalogueAreCompared() {
    assertThat(machines()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource({
    "palindrome, abba, --by forgetting",
    "palindrome, ab, --hash folded",
    "tm:1RB1LB_1LA1RZ, '', --norm projected",
    "tm:1RB1LB_1LA1RZ, 11, --hash plain"
  })
  void soItDoesForMachinesInOtherWays(String name, String word, String options) throws IOException {
    assertTheSame(List.of(word), words(options, name, "--word", word));
  }

  static Stream<String> graphs() {
    return Stream.of(GraphFamily.values()).map(family -> "graph-" + family);
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void soItDoesForGraphs(String name) throws InputException, ExperimentException, IOException {
    assertTheSame(List.of(""), name, "--word", word(Problems.find(name), GRAPH_VERTICES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--by squaring", "--by padding", "--hash plain"})
  void soItDoesForGraphsInOtherWays(String options) throws IOException {
    Path file = folder().resolve("ways.edges");
    Files.writeString(file, "home bridge\nbridge island\nisland home\n\"old town\" home\n");
    assertTheSame(
        List.of("bridge\nold town", "home\nhome"),
        words(options, "graph:" + file, "--directed", "--source", "bridge", "--target", "island"));
  }

  /** The same with less precision and another hash, right or wrong, and what is said of it. */
  @ParameterizedTest
  @ValueSource(ints = {24, 12, 8, 5})
  void soItDoesWithLessPrecision(int bits) throws InputException, ExperimentException, IOException {
    for (String[] asked :
        List.of(
            words("parity --word 0110111011"),
            words("palindrome --word abba"),
            new String[] {"graph-path", "--word", word(Problems.find("graph-path"), 8)})) {
      Path file = trace(asked);
      LivePage here = speaking(file);
      JsonObject live = data(file).getAsJsonObject("live");
      live.addProperty("arithmetic", "bits:" + bits);
      live.addProperty("certified", false);
      String word = asked[0].startsWith("graph") ? "" : asked[2];
      assertThat(inBrowser("answer", live.toString(), word))
          .isEqualTo(here.answer(live.toString(), word));
      assertThat(inBrowser("bits", live.toString(), word))
          .isEqualTo(here.bits(live.toString(), word));
    }
  }

  /** Exponentials may differ in their last place, so the tokens are compared, and what is said. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2, 20, 4000})
  void softmaxGivesTheSameTokens(double beta) throws IOException {
    Path file = trace("parity", "--word", "0110111011");
    LivePage page = speaking(file);
    JsonObject live = data(file).getAsJsonObject("live");
    live.addProperty("softmax", beta);
    live.addProperty("certified", false);
    JsonObject there =
        JsonParser.parseString(inBrowser("answer", live.toString(), "0110111011"))
            .getAsJsonObject();
    JsonObject here =
        JsonParser.parseString(page.answer(live.toString(), "0110111011")).getAsJsonObject();
    assertThat(there.get("broken")).isEqualTo(here.get("broken"));
    for (String part : List.of("sequence", "forced", "tokens")) {
      assertThat(there.getAsJsonObject("data").get(part))
          .isEqualTo(here.getAsJsonObject("data").get(part));
    }
  }

  /** A file's own names of states stay, in a page that decodes words of its language. */
  @Test
  void statesKeepTheirNames() throws InputException, ExperimentException, IOException {
    Path file = folder().resolve("door.dot");
    Files.writeString(
        file,
        """
        digraph door {
          start [shape=none]; start -> closed;
          open [shape=doublecircle]; closed [shape=circle];
          closed -> open [label="o"]; open -> closed [label="c"];
          closed -> closed [label="c"]; open -> open [label="o"];
        }
        """);
    assertTheSame(List.of("oco"), file.toString(), "--word", "oco");
    String live = data(folder().resolve("page.html")).get("live").toString();
    assertThat(live).contains("\"states\":[\"closed\",\"open\"]");
  }
}
