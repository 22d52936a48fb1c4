package org.cotsim.languages.read.graph;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.graph.GraphBatchReader.LabelledInstance;

/** One line of a batch: a JSON object, parsed by Gson in strict mode. */
final class GraphJson {

  private static final List<String> KEYS =
      List.of("edges", "source", "target", "directed", "label");
  private static final Pattern COLUMN = Pattern.compile("at line 1 column (\\d+)");

  private final String source;
  private final int line;
  private final String text;
  private final JsonReader json;
  private final Set<String> seen = new HashSet<>();
  private final EdgeList.Builder graph = new EdgeList.Builder();
  private int lastColumn = 1;
  private String s = "";
  private String t = "";
  private boolean directed;
  private Optional<Boolean> truth = Optional.empty();

  GraphJson(String source, int line, String text) {
    this.source = source;
    this.line = line;
    this.text = text;
    this.json = new JsonReader(new StringReader(text));
    json.setStrictness(Strictness.STRICT);
  }

  LabelledInstance read() throws InputException {
    try {
      object();
    } catch (MalformedJsonException | EOFException | JsonParseException e) {
      throw malformed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot fail to be read", e);
    }
    for (String key : List.of("edges", "source", "target")) {
      if (!seen.contains(key)) {
        throw problem(1, "the key \"" + key + "\" is missing");
      }
    }
    int from = graph.vertex(s);
    int to = graph.vertex(t);
    return new LabelledInstance(
        new ConnectivityInstance(graph.build(directed), from, to, source + ":" + line), truth);
  }

  private void object() throws IOException, InputException {
    expect(JsonToken.BEGIN_OBJECT, "a JSON object");
    json.beginObject();
    int column = column();
    while (json.hasNext()) {
      key(column, json.nextName());
      column = column();
    }
    json.endObject();
    String rest = text.substring(gsonPosition()).stripLeading();
    if (!rest.isBlank()) {
      throw problem(text.length() - rest.length() + 1, "only one JSON object per line is read");
    }
  }

  private void key(int column, String key) throws IOException, InputException {
    if (!KEYS.contains(key)) {
      throw problem(
          column, "the key \"" + key + "\" is not known; known are " + String.join(", ", KEYS));
    }
    if (!seen.add(key)) {
      throw problem(column, "the key \"" + key + "\" stands here a second time");
    }
    switch (key) {
      case "edges" -> edges();
      case "source" -> s = name();
      case "target" -> t = name();
      case "directed" -> {
        expect(JsonToken.BOOLEAN, "true or false");
        directed = json.nextBoolean();
      }
      default -> truth = Optional.of(label());
    }
  }

  private void edges() throws IOException, InputException {
    expect(JsonToken.BEGIN_ARRAY, "an array of pairs");
    json.beginArray();
    int column = column();
    while (json.hasNext()) {
      if (json.peek() != JsonToken.BEGIN_ARRAY) {
        throw problem(column, "a pair [source, target] is expected");
      }
      json.beginArray();
      String from = name();
      graph.edge(from, name());
      column = column();
      if (json.hasNext()) {
        throw problem(column, "an edge has two names, not more");
      }
      json.endArray();
      column = column();
    }
    json.endArray();
  }

  private String name() throws IOException, InputException {
    int column = column();
    JsonToken token = json.peek();
    if (token == JsonToken.STRING || token == JsonToken.NUMBER) {
      String name = json.nextString();
      if (!Characters.visible(name).equals(name)) {
        throw problem(column, "a name has a control character or a lone surrogate in it");
      }
      if (token == JsonToken.STRING || name.matches("-?[0-9]+")) {
        return name;
      }
    }
    throw problem(column, "the name of a vertex is expected, a string or an integer");
  }

  private boolean label() throws IOException, InputException {
    int column = column();
    JsonToken token = json.peek();
    if (token == JsonToken.BOOLEAN) {
      return json.nextBoolean();
    }
    String value = token == JsonToken.NUMBER ? json.nextString() : "";
    if (!value.equals("0") && !value.equals("1")) {
      throw problem(column, "a label is true, false, 1 or 0");
    }
    return value.equals("1");
  }

  private void expect(JsonToken token, String what) throws IOException, InputException {
    int column = column();
    if (json.peek() != token) {
      throw problem(column, what + " is expected");
    }
  }

  /** Where the next token starts: Gson's own position, then past blanks, commas and colons. */
  private int column() {
    int position = gsonPosition();
    while (position < text.length() && " \t\r,:".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    lastColumn = position + 1;
    return lastColumn;
  }

  /** How many characters Gson has consumed; only its {@code toString()} tells. */
  private int gsonPosition() {
    Matcher matcher = COLUMN.matcher(json.toString());
    if (!matcher.find()) {
      throw new IllegalStateException("Gson gives no position: " + json);
    }
    return Integer.parseInt(matcher.group(1)) - 1;
  }

  private InputException malformed(String message) {
    String reason =
        message.contains("Strictness")
            ? "unexpected text"
            : message.lines().findFirst().orElse("").replaceFirst(" at line 1 column .*", "");
    return problem(lastColumn, "not JSON: " + reason);
  }

  private InputException problem(int column, String message) {
    return InputException.at(source, line, column, message);
  }
}
