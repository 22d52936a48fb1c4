package org.cotsim.languages.read.turing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.Point;
import org.cotsim.languages.turing.Move;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.TuringMachineBuilder;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the fields of a turingmachine.io document into a machine. */
final class TuringYamlTable {

  private static final String ACCEPT = "accept";
  private static final String REJECT = "reject";
  private static final Map<String, Move> MOVES =
      Map.of("L", Move.LEFT, "R", Move.RIGHT, "N", Move.STAY);

  private record Instruction(Optional<String> write, Move move, Optional<String> state) {}

  private final TuringYamlReader reader;
  private final TuringMachineBuilder builder;
  private final Map<String, Instruction> synonyms = new HashMap<>();
  private Set<String> states = Set.of();

  TuringYamlTable(TuringYamlReader reader, String name) {
    this.reader = reader;
    this.builder = TuringMachine.builder(name);
  }

  void read(Map<String, Node> fields) throws InputException {
    Map<String, Node> table = reader.mapping(fields.get("table"));
    states = table.keySet();
    symbol(fields.get("blank")).ifPresent(builder::blank);
    readStart(fields.get("start state"));
    if (fields.get("input") instanceof ScalarNode input) {
      builder.symbols(input.getValue().codePoints().mapToObj(Character::toString).toList());
    }
    if (fields.containsKey("synonyms") && !isEmpty(fields.get("synonyms"))) {
      readSynonyms(reader.mapping(fields.get("synonyms")));
    }
    for (Map.Entry<String, Node> state : table.entrySet()) {
      readState(state.getKey(), state.getValue());
    }
    table.forEach(this::readVerdict);
  }

  /** What an exported document says of its drawing; other fields of a state are left alone. */
  void readPositions(Node positions) throws InputException {
    if (!(positions instanceof MappingNode)) {
      return;
    }
    for (Map.Entry<String, Node> state : reader.mapping(positions).entrySet()) {
      Map<String, Node> place =
          state.getValue() instanceof MappingNode body ? reader.mapping(body) : Map.of();
      OptionalDouble x = coordinate(place.get("x"));
      OptionalDouble y = coordinate(place.get("y"));
      if (x.isPresent() && y.isPresent()) {
        builder.place(state.getKey(), new Point(x.getAsDouble(), y.getAsDouble()));
      }
    }
  }

  private static OptionalDouble coordinate(Node node) {
    boolean number =
        node instanceof ScalarNode scalar && scalar.getValue().matches("-?\\d{1,5}(\\.\\d+)?");
    return number
        ? OptionalDouble.of(Double.parseDouble(((ScalarNode) node).getValue()))
        : OptionalDouble.empty();
  }

  private void readSynonyms(Map<String, Node> named) throws InputException {
    for (Map.Entry<String, Node> synonym : named.entrySet()) {
      Optional<Instruction> made = instruction(synonym.getValue());
      made.ifPresent(instruction -> synonyms.put(synonym.getKey(), instruction));
    }
  }

  private void readVerdict(String state, Node body) {
    boolean halts = isEmpty(body);
    if (state.equals(ACCEPT) || (!states.contains(ACCEPT) && halts && !state.equals(REJECT))) {
      builder.accept(state);
    } else if (state.equals(REJECT)) {
      builder.reject(state);
    }
  }

  TuringMachine build() {
    return builder.build();
  }

  private void readStart(Node node) throws InputException {
    Optional<String> start = text(node, "the name of the start state");
    if (start.isPresent() && !states.contains(start.get())) {
      reader.problem(node, "start state '" + start.get() + "' is not in the table");
    }
    start.ifPresent(builder::start);
  }

  private void readState(String state, Node body) throws InputException {
    if (isEmpty(body)) {
      return;
    }
    if (state.equals(ACCEPT) || state.equals(REJECT)) {
      reader.problem(body, "state '" + state + "' halts, its body must be empty");
    } else if (body instanceof MappingNode mapping) {
      Set<String> seen = new HashSet<>();
      for (NodeTuple entry : mapping.getValue()) {
        readEntry(state, entry, seen);
      }
    } else {
      reader.problem(body, "expected a mapping from symbols to instructions, or nothing");
    }
  }

  private void readEntry(String state, NodeTuple entry, Set<String> seen) throws InputException {
    Optional<Instruction> made = instruction(entry.getValueNode());
    for (Node key : keys(entry.getKeyNode())) {
      Optional<String> read = symbol(key);
      if (read.isPresent() && !seen.add(read.get())) {
        reader.problem(key, "symbol '%s' occurs twice in state '%s'".formatted(read.get(), state));
      } else if (read.isPresent() && made.isPresent()) {
        Instruction what = made.get();
        builder.on(
            state,
            List.of(read.get()),
            what.state().orElse(state),
            List.of(what.write().orElse(read.get())),
            List.of(what.move()));
      }
    }
  }

  private static List<Node> keys(Node key) {
    return key instanceof SequenceNode sequence ? sequence.getValue() : List.of(key);
  }

  private Optional<Instruction> instruction(Node node) throws InputException {
    if (node instanceof MappingNode) {
      return spelledOut(node);
    }
    Optional<String> word = text(node, "an instruction");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if (MOVES.containsKey(word.get())) {
      return Optional.of(
          new Instruction(Optional.empty(), MOVES.get(word.get()), Optional.empty()));
    }
    if (!synonyms.containsKey(word.get())) {
      reader.problem(node, "'" + word.get() + "' is neither L, R, N nor a synonym");
    }
    return Optional.ofNullable(synonyms.get(word.get()));
  }

  private Optional<Instruction> spelledOut(Node node) throws InputException {
    Optional<String> write = Optional.empty();
    Optional<String> state = Optional.empty();
    Optional<Move> move = Optional.empty();
    for (Map.Entry<String, Node> part : reader.mapping(node).entrySet()) {
      String key = part.getKey();
      if (key.equals("write")) {
        write = symbol(part.getValue());
      } else if (!MOVES.containsKey(key)) {
        reader.problem(node, "expected 'write', L, R or N, not '" + key + "'");
      } else if (move.isPresent()) {
        reader.problem(node, "an instruction has one move, not two");
      } else {
        move = Optional.of(MOVES.get(key));
        state = target(part.getValue());
      }
    }
    if (move.isEmpty()) {
      reader.problem(node, "the instruction has no move L, R or N");
      return Optional.empty();
    }
    return Optional.of(new Instruction(write, move.get(), state));
  }

  private Optional<String> target(Node node) throws InputException {
    if (isEmpty(node)) {
      return Optional.empty();
    }
    Optional<String> state = text(node, "the name of a state");
    if (state.isPresent() && !states.contains(state.get())) {
      reader.problem(node, "state '" + state.get() + "' is not in the table");
    }
    return state;
  }

  private Optional<String> symbol(Node node) throws InputException {
    Optional<String> symbol = text(node, "a symbol");
    if (symbol.isPresent() && symbol.get().codePoints().count() != 1) {
      reader.problem(node, "expected a symbol of one character, not '" + symbol.get() + "'");
      return Optional.empty();
    }
    return symbol;
  }

  private Optional<String> text(Node node, String what) throws InputException {
    if (node instanceof ScalarNode scalar && !isEmpty(node)) {
      return Optional.of(scalar.getValue());
    }
    reader.problem(node, "expected " + what);
    return Optional.empty();
  }

  private static boolean isEmpty(Node node) {
    return node.getTag().equals(Tag.NULL);
  }
}
