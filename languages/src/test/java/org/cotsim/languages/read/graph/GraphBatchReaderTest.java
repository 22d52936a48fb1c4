package org.cotsim.languages.read.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.LineFile;
import org.cotsim.languages.read.graph.GraphBatchReader.LabelledInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GraphBatchReaderTest {

  private static final String KNOWN = "known are edges, source, target, directed, label";

  @TempDir Path directory;

  @Test
  void readsOneGraphPerLine() throws Exception {
    Path file =
        GraphFixtures.write(
            directory,
            "b.jsonl",
            """
            {"source": "z", "edges": [["a", 1], [1, "a"], [-2,-2]], "target": 1}
             \r
            {"edges":[],"source":"\u00e9","target":"\u00e9","directed":true,"label":1}\r
            {"edges":[["1",2]],"source":2,"target":1,"directed":true,"label":false}""");
    try (GraphBatchReader reader = GraphBatchReader.open(file)) {
      assertNext(reader, "a 1 -2 z: a--1 1--a -2--2", "z|1", 1, Optional.empty());
      assertNext(reader, "\u00e9:", "\u00e9|\u00e9", 3, Optional.of(true));
      assertNext(reader, "1 2: 1->2", "2|1", 4, Optional.of(false));
      assertThat(reader.next()).isEmpty();
      assertThat(reader.next()).isEmpty();
    }
  }

  private static void assertNext(
      GraphBatchReader reader, String graph, String pair, int line, Optional<Boolean> truth)
      throws InputException {
    LabelledInstance read = reader.next().orElseThrow();
    assertThat(GraphFixtures.show(read.instance().graph()))
        .isEqualTo(graph.replace("-2--2", "-2---2"));
    assertThat(read.instance().sourceName() + "|" + read.instance().targetName()).isEqualTo(pair);
    assertThat(read.instance().label()).endsWith("b.jsonl:" + line);
    assertThat(read.truth()).isEqualTo(truth);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        bad("", "b: the file is empty"),
        bad("\n \n", "b: the file is empty"),
        bad("[]", "b:1:1: a JSON object is expected"),
        bad("{}", "b:1:1: the key \"edges\" is missing"),
        bad("{\"edges\":[],\"target\":1}", "b:1:1: the key \"source\" is missing"),
        bad("{\"edges\":[],\"source\":1}", "b:1:1: the key \"target\" is missing"),
        bad("{\"edges\":[], \"sorce\":1}", "b:1:14: the key \"sorce\" is not known; " + KNOWN),
        bad("{\"source\":1,\"source\":1}", "b:1:13: the key \"source\" stands here a second time"),
        bad(
            "{\"source\": 1.5}",
            "b:1:12: the name of a vertex is expected, a string or an integer"),
        bad(
            "{\"source\": null}",
            "b:1:12: the name of a vertex is expected, a string or an integer"),
        bad("{\"edges\": 3}", "b:1:11: an array of pairs is expected"),
        bad("{\"edges\": [[1,2], 3]}", "b:1:19: a pair [source, target] is expected"),
        bad(
            "{\"edges\": [[1,2], [3]]}",
            "b:1:21: the name of a vertex is expected, a string or an integer"),
        bad("{\"edges\": [[1,2, \"x\"]]}", "b:1:18: an edge has two names, not more"),
        bad("{\"directed\": 1}", "b:1:14: true or false is expected"),
        bad("{\"label\": 2}", "b:1:11: a label is true, false, 1 or 0"),
        bad(
            "{\"edges\":[],\"source\":1,\"target\":1} x",
            "b:1:36: only one JSON object per line is read"),
        bad(
            "{\"edges\":[],\"source\":1,\"target\":1} {}",
            "b:1:36: only one JSON object per line is read"),
        bad(
            "{\"edges\":[],\"source\":1,\"target\":1},",
            "b:1:35: only one JSON object per line is read"),
        bad("{\"edges\":[],\"source\" 1}", "b:1:22: not JSON: "),
        bad("{\"source\":\"x", "b:1:11: not JSON: "),
        bad("{\"edges\":[,]}", "b:1:12: not JSON: "),
        bad("{\"edges\":[[1,2]", "b:1:16: not JSON: "),
        bad("{edges:[]}", "b:1:2: not JSON: "),
        bad("{\"edges\":[],\"source\":tRUE}", "b:1:22: not JSON: "));
  }

  private static Arguments bad(String text, String message) {
    return Arguments.of(text, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void everyMistakeHasItsPlaceAndItsSentence(String text, String message) throws Exception {
    Path file = GraphFixtures.write(directory, "b", text);
    try (GraphBatchReader reader = GraphBatchReader.open(file)) {
      InputException e = catchThrowableOfType(InputException.class, reader::next);
      String actual = GraphFixtures.messages(e, directory);
      if (message.endsWith(": ")) {
        assertThat(actual).as("the rest is Gson's own").startsWith(message);
      } else {
        assertThat(actual).isEqualTo(message);
      }
    }
  }

  @Test
  void goesOnAfterABadLine() throws Exception {
    byte[] bytes = "{\"edges\":[],\"source\":1,\"target\":1}\n\u0001\n{}\n".getBytes(UTF_8);
    bytes[bytes.length - 5] = (byte) 0xFF;
    Path file = GraphFixtures.write(directory, "b", bytes);
    try (GraphBatchReader reader = GraphBatchReader.open(file)) {
      assertThat(reader.next()).isPresent();
      InputException e = catchThrowableOfType(InputException.class, reader::next);
      assertThat(GraphFixtures.messages(e, directory)).isEqualTo("b:2:1: byte 0xFF is not UTF-8");
      e = catchThrowableOfType(InputException.class, reader::next);
      assertThat(GraphFixtures.messages(e, directory))
          .isEqualTo("b:3:1: the key \"edges\" is missing");
      assertThat(reader.next()).isEmpty();
    }
  }

  @Test
  void missingFilesAndOverlongLines() throws Exception {
    Path none = directory.resolve("none.jsonl");
    InputException e =
        catchThrowableOfType(InputException.class, () -> GraphBatchReader.open(none));
    assertThat(e).hasMessage(none + ": there is no such file");
    Path file = GraphFixtures.write(directory, "b", " ".repeat(LineFile.MAX_LINE_BYTES + 1));
    try (GraphBatchReader reader = GraphBatchReader.open(file)) {
      e = catchThrowableOfType(InputException.class, reader::next);
      assertThat(GraphFixtures.messages(e, directory))
          .isEqualTo("b:1: this line is longer than 16777216 bytes");
    }
  }
}
