package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoleFlags;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.model.Token.Role;

/** What each token of a Turing machine says by itself: state, moves, symbols written. */
final class TuringEmbedding implements TapeTokens {

  /** What the machine does once it has halted. */
  static final Phrase WRITING = Phrase.of("writing the output");

  private static final List<Phrase> MOVES =
      List.of(Phrase.of("left"), Phrase.of("stay"), Phrase.of("right")); // as in TapeHeads

  private final TuringMachine machine;
  private final TuringTokens tokens;
  private final TransformerAssembler assembler;
  private final RoleFlags roles;
  private final Subspace one;
  private final Subspace state; // the last coordinate stands for "writing the output"
  private final Subspace reset;
  private final List<Subspace> moves = new ArrayList<>();
  private final List<Subspace> written = new ArrayList<>();

  /** What tokens say where every run begins in the machine's initial state, at cell 0. */
  static TuringEmbedding fromStart(
      TransformerAssembler assembler, TuringMachine machine, TuringTokens tokens) {
    TuringEmbedding embedding = new TuringEmbedding(assembler, machine, tokens);
    assembler.embed(tokens.think(), embedding.reset, 0, 1);
    assembler.embed(tokens.think(), embedding.state, embedding.beginning(), 1);
    return embedding;
  }

  /** The same, but that the think token says nothing. */
  TuringEmbedding(TransformerAssembler assembler, TuringMachine machine, TuringTokens tokens) {
    this.machine = machine;
    this.tokens = tokens;
    this.assembler = assembler;
    this.roles = RoleFlags.embed(assembler);
    ResidualStream stream = assembler.stream();
    one = stream.declare("one", 1, "the number 1, to compare other numbers with");
    state = stream.declareOneHot("state", stateLabels(), "one-hot of the state that is entered");
    reset =
        stream.declareOneHot(
            "reset",
            List.of(Phrase.of("all heads go to cell 0"), Phrase.of("the heads move on")),
            "whether all heads are on cell 0 after this token");
    for (int tape = 0; tape < machine.tapes(); tape++) {
      moves.add(
          stream.declareOneHot(
              "move " + tape,
              MOVES,
              Phrase.of("left, stay or right on tape {tape}", "tape", tape)));
      written.add(
          stream.declareOneHot(
              "written " + tape,
              machine.symbols(),
              Phrase.of("the symbol written on tape {tape}", "tape", tape)));
    }
    for (int id = 0; id < tokens.vocabulary().size(); id++) {
      assembler.embed(id, one, 0, 1);
    }
    embedPrompt();
    for (int action = 0; action < machine.actions().size(); action++) {
      embedStep(action);
    }
    embedOutputs();
  }

  private List<Object> stateLabels() {
    List<Object> labels = new ArrayList<>(machine.states());
    labels.add(WRITING);
    return labels;
  }

  private void embedPrompt() {
    for (int i = 0; i < machine.inputAlphabet().size(); i++) {
      int symbol = machine.symbols().indexOf(machine.inputAlphabet().get(i));
      assembler.embed(tokens.input(i), moves.get(0), TapeHeads.RIGHT, 1);
      assembler.embed(tokens.input(i), written.get(0), symbol, 1);
      assembler.embed(tokens.input(i), reset, 1, 1);
    }
  }

  private void embedStep(int action) {
    int entered = machine.nextState(action);
    int token = tokens.step(action);
    assembler.embed(token, state, writesOutputIn(entered) ? outputState() : entered, 1);
    assembler.embed(token, reset, writesOutputIn(entered) ? 0 : 1, 1);
    for (int tape = 0; tape < machine.tapes(); tape++) {
      assembler.embed(token, moves.get(tape), TapeHeads.STAY + machine.shift(action, tape), 1);
      assembler.embed(token, written.get(tape), machine.written(action, tape), 1);
    }
  }

  private void embedOutputs() {
    for (int symbol = 1; tokens.computes() && symbol < machine.symbols().size(); symbol++) {
      int token = tokens.output(symbol);
      assembler.embed(token, state, outputState(), 1);
      assembler.embed(token, reset, 1, 1);
      assembler.embed(token, moves.get(machine.outputTape().orElseThrow()), TapeHeads.RIGHT, 1);
    }
  }

  /** Whether a machine that computes a function is done in this state and its value is next. */
  private boolean writesOutputIn(int enteredState) {
    return tokens.computes() && machine.accepts(enteredState);
  }

  /** The coordinate of {@link #state} for tokens after which the output is written. */
  int outputState() {
    return machine.states().size();
  }

  /** The coordinate of {@link #state} for a machine that has just begun. */
  int beginning() {
    return writesOutputIn(machine.initial()) ? outputState() : machine.initial();
  }

  @Override
  public int tapes() {
    return machine.tapes();
  }

  RoleFlags roles() {
    return roles;
  }

  @Override
  public Subspace one() {
    return one;
  }

  @Override
  public LinearForm start(SublayerInput input) {
    return roles.any(input, Role.START);
  }

  @Override
  public LinearForm step(SublayerInput input) {
    return roles.any(input, Role.STEP);
  }

  @Override
  public LinearForm writes(SublayerInput input, int tape) {
    return tape == 0 ? roles.any(input, Role.INPUT, Role.STEP) : step(input);
  }

  @Override
  public UniformAverage kinds(SublayerInput input) {
    return new UniformAverage(
        List.of(roles.any(input, Role.INPUT), step(input), roles.any(input, Role.OUTPUT)),
        List.of(
            roles.any(input, Role.START, Role.INPUT),
            roles.any(input, Role.THINK, Role.STEP),
            roles.any(input, Role.THINK, Role.OUTPUT)));
  }

  @Override
  public LinearForm counted(SublayerInput input) {
    return roles.any(input, Role.START, Role.THINK);
  }

  @Override
  public List<LinearForm> moved(SublayerInput input) {
    List<LinearForm> moved = new ArrayList<>();
    for (Subspace move : moves) {
      SublayerInput.Reading reading = input.readOneHot(move);
      moved.add(reading.at(TapeHeads.RIGHT).minus(reading.at(TapeHeads.LEFT)));
    }
    return moved;
  }

  Subspace state() {
    return state;
  }

  @Override
  public Subspace reset() {
    return reset;
  }

  @Override
  public Subspace move(int tape) {
    return moves.get(tape);
  }

  @Override
  public Subspace written(int tape) {
    return written.get(tape);
  }
}
