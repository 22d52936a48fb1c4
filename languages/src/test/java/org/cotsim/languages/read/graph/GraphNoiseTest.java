package org.cotsim.languages.read.graph;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged files are read or refused, but nothing else happens. */
class GraphNoiseTest {

  private static final List<String> PARTS =
      List.of("\"", "{", "}", "->", "--", "<", ">", "\n", "\\", ",", "~", ":", "?", "/*", "#", "[");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.csv | a,b%b,\"c d\"%c,a,1",
        "a.txt | a b%b c%c a 1",
        "a.col | c x%p edge 4 2%e 1 2%e 3 4",
        "a.dot | strict digraph g { a -> b [x=\"y\" z=<b>]; subgraph s { c; d } c -> d }",
        "a.graphml | <graphml><graph edgedefault='directed'><node id='a'/><edge source='a'"
            + " target='a'/></graph></graphml>",
        "a.g6 | DQc",
        "a.s6 | :Fa@x^",
        "a.s6 | :~?@M_GEA_w?C`WGEaOOGaWWI_O",
        "a.jsonl | {\"edges\":[[\"a\",1],[1,\"a\"]],\"source\":\"a\",\"target\":1,\"label\":true}"
      })
  void damageIsReadOrRefused(String name, String text) {
    long seed = 4711;
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      StringBuilder damaged = new StringBuilder(text.replace('%', '\n'));
      for (int j = random.nextInt(4); j >= 0; j--) {
        damage(damaged, random);
      }
      Path file = GraphFixtures.write(directory, name, damaged.toString());
      assertThatCode(() -> read(file)).as("%s", damaged).doesNotThrowAnyException();
    }
  }

  private static void damage(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(4)) {
      case 0 -> text.insert(at, PARTS.get(random.nextInt(PARTS.size())));
      case 1 -> text.delete(at, at + 1 + random.nextInt(4));
      case 2 -> text.insert(at, (char) random.nextInt(300));
      default -> text.setLength(at);
    }
  }

  private static void read(Path file) throws Exception {
    try {
      if (file.toString().endsWith(".jsonl")) {
        try (GraphBatchReader reader = GraphBatchReader.open(file)) {
          reader.next();
        }
      } else {
        GraphFiles.read(file);
      }
    } catch (InputException e) {
      assertThatCode(e::getMessage).doesNotThrowAnyException();
    }
  }
}
