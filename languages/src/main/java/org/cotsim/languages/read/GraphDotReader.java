package org.cotsim.languages.read;

import java.util.Optional;
import org.cotsim.languages.input.InputException;

/** Graphs in DOT, read by {@link DotGraphParser}. */
final class GraphDotReader {

  private GraphDotReader() {}

  static GraphFile read(TextFile file, Optional<Boolean> directed) throws InputException {
    DotGraphParser parser = DotGraphParser.of(file);
    boolean said = GraphFiles.agreed(file.source(), directed, parser.directed());
    if (parser.graph().size() == 0) {
      throw InputException.in(file.source(), "the graph has no vertices");
    }
    return new GraphFile(file.source(), parser.graph().build(said));
  }
}
