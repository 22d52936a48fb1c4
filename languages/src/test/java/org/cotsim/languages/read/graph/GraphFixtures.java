package org.cotsim.languages.read.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;

/** Files written for one test, and graphs as short text. */
final class GraphFixtures {

  private GraphFixtures() {}

  static Path write(Path directory, String name, String text) {
    return write(directory, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path directory, String name, byte[] bytes) {
    try {
      return Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For example {@code a b c: a->b b->c}. */
  static String show(EdgeList graph) {
    return String.join(" ", graph.names())
        + ":"
        + graph.edges().stream()
            .map(
                edge ->
                    " "
                        + graph.names().get(edge.source())
                        + (graph.directed() ? "->" : "--")
                        + graph.names().get(edge.target()))
            .collect(Collectors.joining());
  }

  /** The messages of an error without the directory of the test. */
  static String messages(InputException e, Path directory) {
    return e.getMessage().replace(directory + java.io.File.separator, "");
  }
}
