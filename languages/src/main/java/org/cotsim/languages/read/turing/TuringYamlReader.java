package org.cotsim.languages.read.turing;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.turing.TuringMachine;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads the one-tape machines of turingmachine.io, as text or as that site exports them.
 *
 * <p>A state with an empty body halts. The state {@code accept} accepts; where there is none, every
 * state with an empty body but {@code reject} does. A symbol without an instruction halts the
 * machine, and rejects. An exported document holds the text under {@code source code}.
 */
final class TuringYamlReader {

  private static final String SOURCE_CODE = "source code";
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int DEEPEST = 16;

  private final TextFile file;
  private final String source;
  private final int lineOffset;
  private final int columnOffset;
  private final InputProblems problems;

  private TuringYamlReader(TextFile file, int lineOffset, int columnOffset) {
    this.file = file;
    this.source = file.source();
    this.problems = new InputProblems(source);
    this.lineOffset = lineOffset;
    this.columnOffset = columnOffset;
  }

  /**
   * The machine that this YAML text describes.
   *
   * @throws InputException naming every problem by line and column
   */
  static TuringMachine read(TextFile file) throws InputException {
    TuringYamlReader reader = new TuringYamlReader(file, 0, 0);
    Map<String, Node> fields = reader.mapping(reader.compose(file.text()));
    if (!fields.containsKey("table") && fields.get(SOURCE_CODE) instanceof ScalarNode code) {
      TuringYamlReader inner =
          new TuringYamlReader(file, reader.lineShift(code), columnShift(file.text(), code));
      return inner.machine(inner.mapping(inner.compose(code.getValue())));
    }
    return reader.machine(fields);
  }

  private TuringMachine machine(Map<String, Node> fields) throws InputException {
    for (String field : List.of("blank", "start state", "table")) {
      if (!fields.containsKey(field)) {
        problems.add(0, 0, "field '" + field + "' is missing");
      }
    }
    problems.throwIfAny();
    TuringYamlTable table = new TuringYamlTable(this, source);
    table.read(fields);
    problems.throwIfAny();
    try {
      return table.build();
    } catch (IllegalArgumentException e) {
      throw InputException.in(source, e.getMessage());
    }
  }

  /** Says where a character stands that no YAML may hold, and refuses texts that are too long. */
  private void check(String text) throws InputException {
    if (text.length() > MOST_CHARACTERS) {
      throw InputException.in(
          source,
          "the text has %d characters, more than the limit of %d"
              .formatted(text.length(), MOST_CHARACTERS));
    }
    int line = 1;
    int column = 1;
    int before = 0;
    for (int character : text.codePoints().toArray()) {
      if (!StreamReader.isPrintable(character)) {
        throw InputException.at(
            source, line, column, "YAML may not hold the character U+%04X".formatted(character));
      }
      boolean ends = character == '\n' || character == '\r'; // \r\n ends one line
      line += ends && !(character == '\n' && before == '\r') ? 1 : 0;
      column = ends ? 1 : column + 1;
      before = character;
    }
  }

  private Node compose(String text) throws InputException {
    check(text);
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    try {
      Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (!(node instanceof MappingNode)) {
        throw InputException.in(
            source, "expected a YAML mapping with 'blank', 'start state' and 'table'");
      }
      return node;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw at(mark, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      String reason = e.getMessage().lines().findFirst().orElse("");
      throw InputException.in(source, "not YAML: " + reason);
    }
  }

  /** A block's text begins on the line after its mark, any other where it stands. */
  private int lineShift(ScalarNode code) {
    boolean block = code.getScalarStyle() == ScalarStyle.LITERAL;
    return lineOffset + code.getStartMark().getLine() + (block ? 1 : 0);
  }

  private static int columnShift(String text, ScalarNode code) {
    Optional<String> outer =
        text.lines().skip(code.getStartMark().getLine() + 1L).filter(l -> !l.isBlank()).findFirst();
    Optional<String> inner = code.getValue().lines().filter(l -> !l.isBlank()).findFirst();
    return Math.max(
        0,
        outer.map(TuringYamlReader::indent).orElse(0)
            - inner.map(TuringYamlReader::indent).orElse(0));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** The entries of a mapping by the text of their keys; keys that are no text are problems. */
  Map<String, Node> mapping(Node node) throws InputException {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problem(node, "expected a mapping");
      return fields;
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problem(entry.getKeyNode(), "expected a name");
      } else if (fields.put(key.getValue(), entry.getValueNode()) != null) {
        problem(key, "'" + key.getValue() + "' is given twice");
      }
    }
    return fields;
  }

  /** Notes a problem at the place where this node begins. */
  void problem(Node node, String message) throws InputException {
    InputException.Problem problem = at(node.getStartMark(), message).problems().get(0);
    problems.add(problem.line(), problem.column(), message);
  }

  private InputException at(Mark mark, String message) {
    return file.error(
        lineOffset + mark.getLine() + 1, columnOffset + mark.getColumn() + 1, message);
  }
}
