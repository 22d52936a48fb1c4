package org.cotsim.languages.read.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.TextFile;

/**
 * GML: the nodes and edges of its one graph, directed where {@code directed 1} says so; other keys
 * are not used.
 *
 * <p>A vertex is named by its label if all have labels and no two the same, else by its id. Source:
 * M. Himsolt, "GML: A portable graph file format". A reader of its own because jgrapht-io gives no
 * positions and takes edges whose nodes do not exist.
 */
final class GmlReader {

  private static final Pattern TOKEN =
      Pattern.compile("#[^\\r\\n]*|\"[^\"]*\"|[\\[\\]]|[^\\s\\[\\]\"#]+|\\S");
  private static final int DEEPEST = 64;

  private record Vertex(String id, Optional<String> label) {}

  private record Link(String source, String target, int place) {}

  private final TextFile file;
  private final Matcher matcher;
  private final List<Vertex> vertices = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private boolean directed;
  private boolean found;
  private String token = "";
  private int place;

  private GmlReader(TextFile file) {
    this.file = file;
    this.matcher = TOKEN.matcher(file.text());
  }

  static GraphFile read(TextFile file, Optional<Boolean> asked) throws InputException {
    GmlReader reader = new GmlReader(file);
    reader.document();
    boolean said = GraphFiles.agreed(file.source(), asked, reader.directed);
    return reader.graph(said);
  }

  private void next() {
    do {
      boolean more = matcher.find();
      token = more ? matcher.group() : "";
      place = more ? matcher.start() : file.text().stripTrailing().length();
    } while (token.startsWith("#"));
  }

  private void document() throws InputException {
    next();
    while (!token.isEmpty()) {
      String key = key();
      if (key.equals("graph") && token.equals("[")) {
        if (found) {
          throw problem("only one graph is read, and this is a second one");
        }
        found = true;
        graphList();
      } else {
        value(0);
      }
    }
    if (vertices.isEmpty()) {
      throw InputException.in(
          file.source(), "there is no \"graph [\" with a \"node [\" in the file");
    }
  }

  private String key() throws InputException {
    if (!token.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw problem("a key is expected, not " + shown());
    }
    String key = token;
    next();
    return key;
  }

  private void graphList() throws InputException {
    next();
    while (!token.equals("]")) {
      String key = key();
      int from = place;
      boolean list = token.equals("[");
      if (key.equals("node") && list) {
        node(from, fields());
      } else if (key.equals("edge") && list) {
        edge(from, fields());
      } else if (key.equals("directed") && !list) {
        directed = flag();
      } else {
        value(0);
      }
    }
    next();
  }

  private boolean flag() throws InputException {
    if (!token.equals("0") && !token.equals("1")) {
      throw problem("directed is 0 or 1, not " + shown());
    }
    boolean flag = token.equals("1");
    next();
    return flag;
  }

  /** The values in a list that are no lists themselves, by key; the first of a key holds. */
  private Map<String, String> fields() throws InputException {
    Map<String, String> fields = new LinkedHashMap<>();
    next();
    while (!token.equals("]")) {
      String key = key();
      String value = token;
      value(0);
      if (!value.equals("[")) {
        fields.putIfAbsent(key, value.startsWith("\"") ? unquoted(value) : value);
      }
    }
    next();
    return fields;
  }

  private void value(int depth) throws InputException {
    if (token.equals("[")) {
      if (depth == DEEPEST) {
        throw problem("lists are nested more than %d deep".formatted(DEEPEST));
      }
      next();
      while (!token.equals("]")) {
        key();
        value(depth + 1);
      }
    } else if (token.isEmpty() || token.equals("]") || token.equals("\"")) {
      throw problem(
          token.equals("\"") ? "this quote is not closed" : "a value is expected, not " + shown());
    }
    next();
  }

  private static String unquoted(String value) {
    return value
        .substring(1, value.length() - 1)
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  private void node(int from, Map<String, String> fields) throws InputException {
    if (!fields.containsKey("id")) {
      throw file.error(from, "a node needs an id");
    }
    vertices.add(new Vertex(fields.get("id"), Optional.ofNullable(fields.get("label"))));
  }

  private void edge(int from, Map<String, String> fields) throws InputException {
    if (!fields.containsKey("source") || !fields.containsKey("target")) {
      throw file.error(from, "an edge needs a source and a target");
    }
    links.add(new Link(fields.get("source"), fields.get("target"), from));
  }

  private GraphFile graph(boolean said) throws InputException {
    Set<String> labels = new HashSet<>();
    boolean byLabel =
        vertices.stream().allMatch(v -> v.label().isPresent() && labels.add(v.label().get()));
    EdgeList.Builder graph = new EdgeList.Builder();
    Map<String, String> names = new HashMap<>();
    for (Vertex vertex : vertices) {
      String name = byLabel ? vertex.label().orElseThrow() : vertex.id();
      if (names.put(vertex.id(), name) != null) {
        throw InputException.in(file.source(), "two nodes have the id " + vertex.id());
      }
      graph.vertex(name);
    }
    for (Link link : links) {
      for (String end : List.of(link.source(), link.target())) {
        if (!names.containsKey(end)) {
          throw file.error(link.place(), "no node has the id " + end + " of this edge");
        }
      }
      graph.edge(names.get(link.source()), names.get(link.target()));
    }
    String note = "vertices are named by their " + (byLabel ? "labels" : "ids");
    return new GraphFile(file.source(), graph.build(said), List.of(note));
  }

  private String shown() {
    return token.isEmpty() ? "the end of the file" : "'" + token + "'";
  }

  private InputException problem(String message) {
    return file.error(place, message);
  }
}
