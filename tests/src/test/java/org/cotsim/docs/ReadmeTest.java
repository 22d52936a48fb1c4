package org.cotsim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README files and the pages that they link show is what a reader gets. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
  private static final String PROMPT = "$ cot ";

  /** A command of the README and the output that follows it there. */
  record Shown(String command, String output) {
    @Override
    public String toString() {
      return command;
    }
  }

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder :
        List.of("", "languages", "simulator", "benchmarks", "benchmarks/spark", "tests")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages;
  }

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    for (Path page : pages()) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      while (block.find()) {
        if (block.group(1).equals(language)) {
          blocks.add(block.group(2));
        }
      }
    }
    return blocks;
  }

  static Stream<Shown> commands() throws IOException {
    return blocks("console").stream()
        .map(
            block -> {
              int end = block.indexOf('\n');
              assertThat(block).startsWith(PROMPT);
              return new Shown(block.substring(PROMPT.length(), end), block.substring(end + 1));
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theOutputShownIsTheOutputOfTheCommand(Shown shown) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Cot.run(new PrintWriter(out), new PrintWriter(err), words(shown.command()));
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString().lines().toList()).isEqualTo(shown.output().lines().toList());
  }

  /** Splits at spaces; quotation marks hold an argument together. */
  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)").matcher(command);
    while (word.find()) {
      words.add(Stream.of(1, 2, 3).map(word::group).filter(s -> s != null).findFirst().orElse(""));
    }
    return words.toArray(String[]::new);
  }

  @Test
  void commandsAreShown() throws IOException {
    assertThat(commands()).hasSizeGreaterThan(3);
  }

  @Test
  void theJavaExamplesAreThoseThatAreTested() throws IOException {
    Path folder = Path.of("src/test/java/org/cotsim/docs");
    String tests =
        Files.readString(folder.resolve("ReadmeExampleTest.java"))
            + Files.readString(folder.resolve("ReadmeExperimentTest.java"));
    List<String> examples = blocks("java");
    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      assertThat(tests.replaceAll("\\s", "")).contains(example.replaceAll("\\s", ""));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatIsLinkedExists(Path page) throws IOException {
    Matcher link =
        Pattern.compile("]\\((?!http)([^)#]*)(?:#([^)]+))?\\)").matcher(Files.readString(page));
    int links = 0;
    while (link.find()) {
      Path file = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
      assertThat(file).exists();
      if (link.group(2) != null) {
        assertThat(headings(file)).as(file.toString()).contains(link.group(2));
      }
      links++;
    }
    assertThat(links).isPositive();
  }

  /** The headings of a page as links name them. */
  private static List<String> headings(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\w -]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void aNewcomerReadsTheFirstPageInFiveMinutes() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThan(200);
  }
}
