package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryCommandTest {

  private static final Path BUILT = Path.of("../benchmarks/target/gallery");
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile("<[^>]* id=\"([^\"]*)\"");

  @TempDir private Path folder;

  private static List<Path> pages(Path site) throws IOException {
    try (Stream<Path> files = Files.list(site)) {
      return files.sorted().toList();
    }
  }

  /** Follows every link of every page from the index on, and returns the pages reached. */
  private static Set<Path> reached(Path site) throws IOException {
    Set<Path> reached = new HashSet<>(Set.of(site.resolve("index.html")));
    List<Path> waiting = new ArrayList<>(reached);
    while (!waiting.isEmpty()) {
      Path page = waiting.remove(0);
      Matcher link = LINK.matcher(markup(Files.readString(page)));
      while (link.find()) {
        if (!link.group(1).startsWith("data:")) {
          Path target = site.resolve(link.group(1));
          assertThat(target).as("linked from %s", page).isRegularFile();
          if (reached.add(target)) {
            waiting.add(target);
          }
        }
      }
    }
    return reached;
  }

  /** A page without its scripts, which speak of links and names too. */
  private static String markup(String html) {
    return html.replaceAll("(?s)<script.*?</script>", "");
  }

  private static void requireSound(Path site) throws IOException {
    assertThat(reached(site)).containsExactlyInAnyOrderElementsOf(pages(site));
    for (Path page : pages(site)) {
      String html = Files.readString(page);
      assertThat(html).as("%s", page).contains("default-src 'none'");
      Set<String> ids = new HashSet<>();
      Matcher id = ID.matcher(markup(html));
      while (id.find()) {
        assertThat(ids.add(id.group(1))).as("id %s twice in %s", id.group(1), page).isTrue();
      }
      assertThat(ids).isNotEmpty();
    }
  }

  @Test
  void aSiteHasAPageForEachProblemAndNoDeadLink() throws IOException {
    Path site = folder.resolve("new/site");
    Cli gallery =
        Cli.done(
            "gallery", "parity", "word-a5", "palindrome", "graph-tree", "--out", site.toString());
    assertThat(gallery.out()).isEqualTo("4 problems; open " + site.resolve("index.html") + "\n");
    assertThat(pages(site)).hasSize(5);
    requireSound(site);
    String index = Files.readString(site.resolve("index.html"));
    assertThat(index.indexOf("parity.html")).isLessThan(index.indexOf("word-a5.html"));
    assertThat(index.indexOf("palindrome.html")).isLessThan(index.indexOf("word-a5.html"));
    assertThat(Files.readString(site.resolve("palindrome.html")))
        .contains("Hopcroft")
        .contains("Accuracy against chain-of-thought budget")
        .contains("in AC0; context-free", "--by forgetting");
  }

  @Test
  void aLecturersOwnProblemsStandFirstWithTheirWordsAndTitles() throws IOException {
    Files.createDirectory(folder.resolve("machines"));
    Files.writeString(folder.resolve("machines/maze.txt"), "s a\na t\n");
    Files.writeString(folder.resolve("machines/run.bb"), "1RB1LB_1LA1RZ\n");
    Path list = folder.resolve("course.yaml");
    Files.writeString(
        list,
        """
        - problem: regex:(ab|ba)*
          word: abba
          title: Pairs
          sentence: Words made of ab and ba.
        - problem: graph:machines/maze.txt
          source: s
          target: t
          directed: true
        - machines/run.bb
        - "formula:#(a) > #(b)"
        """);
    Path site = folder.resolve("site");
    String[] asked = {"gallery", "parity", "--problems", list.toString(), "--out", site.toString()};
    assertThat(Cli.done(asked).out()).startsWith("5 problems; open ");
    requireSound(site);
    String index = Files.readString(site.resolve("index.html"));
    assertThat(index)
        .contains("<strong>Pairs</strong>", "Words made of ab and ba.", "machines/maze.txt")
        .doesNotContain(folder.toString());
    assertThat(index.indexOf("own-4.html")).isLessThan(index.indexOf("parity.html"));
    assertThat(Files.readString(site.resolve("own-1.html")))
        .contains("<title>Pairs: a chain of thought, step by step</title>", ">abba</code>")
        .contains(
            ">Pairs</text>",
            "What theory says of its class",
            "<strong lang=\"en\">star-free</strong>: in AC0")
        .doesNotContain(">regex:(ab|ba)*</text>");
  }

  @Test
  void aListWithATabBetweenProblemAndWordIsReadToo() throws IOException {
    Path list = folder.resolve("list.txt");
    Files.writeString(list, "# mine\nparity\t0101\tOdd ones\tHow many?\n\nregex:(ab)*\n");
    Path site = folder.resolve("site");
    Cli.done("gallery", "--problems", list.toString(), "--out", site.toString());
    requireSound(site);
    assertThat(Files.readString(site.resolve("own-1.html")))
        .contains("Odd ones <small>How many?</small>", ">0101</code>");
  }

  @Test
  void allThatCannotBeReadInAListIsSaidAtItsPlace() throws IOException {
    Path list = folder.resolve("bad.yaml");
    Files.writeString(
        list,
        """
        - problem: parity
          word: '012'
        - regex:(ab
        - problem: none.dot
        - problem: parity
          source: s
        """);
    String at = "cot: " + list + ":";
    assertThat(refused(list).lines())
        .containsExactly(
            at + "2:9: word, column 3: unknown symbol '2', expected one of '0', '1'",
            at + "3:3: regex:(ab, column 4: expected ')' to end the '(' in column 1, found the end",
            at + "4:12: " + folder.resolve("none.dot") + ": there is no such file",
            at + "6:11: a graph needs both source and target");
    Files.writeString(list, "- problm: parity\n- [parity]\n");
    assertThat(refused(list).lines())
        .containsExactly(
            at
                + "1:3: found 'problm', expected one of problem, word, title, sentence, alphabet,"
                + " directed, source, target; the nearest is problem",
            at + "1:3: found an entry without problem, expected 'problem: PROBLEM'",
            at + "2:3: found a list, expected a problem or 'problem: PROBLEM'");
    Files.writeString(list, "problems: parity\n");
    assertThat(refused(list)).isEqualTo(at + "1:1: expected a list: a line '- PROBLEM' for each\n");
    assertThat(folder.resolve("site")).doesNotExist();
  }

  @Test
  void sentencesMayBeThoseOfAFile() throws IOException {
    Path english =
        Path.of(
            "../benchmarks/src/main/resources/org/cotsim/benchmarks/page/sentences/en.properties");
    Path own = folder.resolve("fr.properties");
    String[] to = {"--sentences", own.toString(), "--out", folder.resolve("fr").toString()};
    Files.writeString(
        own,
        Files.readString(english)
            .replace("language = en", "language = fr")
            .replaceFirst("(?m)^gallery.showall = .*", "gallery.showall = Tout montrer"));
    Cli.done("gallery", "first-symbol", to[0], to[1], to[2], to[3]);
    assertThat(Files.readString(folder.resolve("fr/index.html")))
        .contains("<html lang=\"fr\">", ">Tout montrer</button>");
    Files.writeString(own, "language = fr\n");
    Cli refused = Cli.cot("gallery", "first-symbol", to[0], to[1], to[2], to[3]);
    assertThat(refused.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(refused.err())
        .contains("cot: " + own + ": trace.input is missing, in English: Input");
  }

  private String refused(Path list) {
    String site = folder.resolve("site").toString();
    Cli gallery = Cli.cot("gallery", "--problems", list.toString(), "--out", site);
    assertThat(gallery.code()).isEqualTo(Cot.BAD_INPUT);
    return gallery.err();
  }

  @Test
  void theSparseRateReductionStandsBesideTheProblemsWithWhatWasMeasured() throws IOException {
    Path site = BUILT; // by mvn verify, which takes half a minute for this page
    if (!Files.exists(site.resolve("sparse-rate.html"))) {
      site = folder.resolve("sparse-rate");
      Cli gallery = Cli.done("gallery", "sparse-rate", "--out", site.toString());
      assertThat(gallery.out()).isEqualTo("1 study; open " + site.resolve("index.html") + "\n");
    }
    requireSound(site);
    String measured = Cli.done("sparse-rate").out();
    String page = Files.readString(site.resolve("sparse-rate.html"));
    measured
        .lines()
        .filter(line -> line.startsWith("Measured on"))
        .forEach(line -> assertThat(page).contains(line));
    assertThat(page).contains("Measured on a mixture", "Measured on 1797 handwritten digits");
    assertThat(Files.readString(site.resolve("index.html"))).contains("sparse-rate.html");
  }

  @Test
  void aStudyStandsBesideTheProblemsAndTellsWhatWasMeasured() throws IOException {
    Path site = folder.resolve("studies");
    Cli gallery = Cli.done("gallery", "manifold", "--out", site.toString());
    assertThat(gallery.out()).isEqualTo("1 study; open " + site.resolve("index.html") + "\n");
    requireSound(site);
    assertThat(Files.readString(site.resolve("index.html")))
        .contains("Beside the chain of thought")
        .containsPattern("the fitted exponent is \\d\\.\\d\\d to \\d\\.\\d\\d times");
    assertThat(Files.readString(site.resolve("manifold.html")))
        .contains("Havrilla and Liao claim", "Between D = 8 and D = 64", "ellipsoid-4, D=64");
  }

  @Test
  void theSeparateNormStandsThereWithWhatItBuysAndDoesNot() throws IOException {
    Path site = folder.resolve("token-norm");
    Cli.done("gallery", "token-norm", "--out", site.toString());
    requireSound(site);
    assertThat(Files.readString(site.resolve("token-norm.html")))
        .contains("buys nothing", "palindrome: ", "Not shown: what training makes");
    assertThat(Files.readString(site.resolve("index.html"))).contains("token-norm.html");
  }

  /** The whole gallery, as the build makes it beside the command. */
  @Test
  void theGalleryOfTheBuildIsWholeAndHasNoDeadLink() throws IOException {
    assumeTrue(
        Files.exists(BUILT.resolve("index.html")),
        "skipped: the gallery is made by mvn verify, and it was not run");
    assertThat(pages(BUILT)).hasSizeGreaterThan(60);
    requireSound(BUILT);
  }

  @Test
  void aNameThatIsNotInTheGalleryIsRefused() {
    Cli gallery = Cli.cot("gallery", "mod-7", "--out", folder.resolve("site").toString());
    assertThat(gallery.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(gallery.err())
        .isEqualTo(
            "cot: mod-7: the gallery has the problems of 'cot list' only, not families with"
                + " parameters\n");
    assertThat(folder.resolve("site")).doesNotExist();
  }
}
