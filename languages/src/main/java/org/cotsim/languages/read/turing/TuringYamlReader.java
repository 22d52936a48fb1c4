package org.cotsim.languages.read.turing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.YamlText;
import org.cotsim.languages.turing.TuringMachine;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the one-tape machines of turingmachine.io, as text or as that site exports them.
 *
 * <p>A state with an empty body halts. The state {@code accept} accepts; where there is none, every
 * state with an empty body but {@code reject} does. A symbol without an instruction halts the
 * machine, and rejects. An exported document holds the text under {@code source code}, and may hold
 * {@code positions}, where the states stand in its drawing.
 */
final class TuringYamlReader {

  private static final String SOURCE_CODE = "source code";
  private static final String POSITIONS = "positions";

  private final TextFile file;
  private final YamlText yaml;
  private final InputProblems problems;

  private TuringYamlReader(TextFile file, int lineOffset, int columnOffset) {
    this.file = file;
    this.yaml = new YamlText(file, lineOffset, columnOffset);
    this.problems = new InputProblems(file.source());
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
      return inner.machine(
          inner.mapping(inner.compose(code.getValue())),
          Optional.ofNullable(fields.get(POSITIONS)));
    }
    return reader.machine(fields, Optional.empty());
  }

  private TuringMachine machine(Map<String, Node> fields, Optional<Node> positions)
      throws InputException {
    for (String field : List.of("blank", "start state", "table")) {
      if (!fields.containsKey(field)) {
        problems.add(0, 0, "field '" + field + "' is missing");
      }
    }
    problems.throwIfAny();
    TuringYamlTable table = new TuringYamlTable(this, file.source());
    table.read(fields);
    if (positions.isPresent()) {
      table.readPositions(positions.get());
    }
    problems.throwIfAny();
    try {
      return table.build();
    } catch (IllegalArgumentException e) {
      throw InputException.in(file.source(), e.getMessage());
    }
  }

  private Node compose(String text) throws InputException {
    return yaml.compose(text)
        .filter(MappingNode.class::isInstance)
        .orElseThrow(
            () ->
                InputException.in(
                    file.source(),
                    "expected a YAML mapping with 'blank', 'start state' and 'table'"));
  }

  /** A block's text begins on the line after its mark, any other where it stands. */
  private int lineShift(ScalarNode code) {
    boolean block = code.getScalarStyle() == ScalarStyle.LITERAL;
    return yaml.lineOffset() + code.getStartMark().getLine() + (block ? 1 : 0);
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
    InputException.Problem problem = yaml.at(node.getStartMark(), message).problems().get(0);
    problems.add(problem.line(), problem.column(), message);
  }
}
