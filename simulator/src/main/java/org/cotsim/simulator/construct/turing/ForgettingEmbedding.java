package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.CountComparison;
import org.cotsim.simulator.assemble.EverFlagged;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token.Role;

/**
 * What the tokens of a chain that forgets say, and what a first layer adds: which summary tokens
 * are given and which are being written, the state at the think token, and when a summary is due.
 *
 * <p>Two sums of moves are kept: those of the machine's heads, which the marked cells of a given
 * summary begin, and those of a walk over the cells while a summary is written.
 */
final class ForgettingEmbedding implements TapeTokens {

  private static final Phrase FROM_ZERO = Phrase.of("from 0 on");
  private static final Phrase BETWEEN = Phrase.of("separator");
  private static final Phrase FROM_LEFT = Phrase.of("from -1 on");

  static final String CLOCK = "clock";
  static final String TOLD = "told state";

  /** Steps that are made before a summary, as a multiple of the tokens before the think token. */
  static final int STEPS_PER_TOKEN = 2;

  static final CountComparison THOUGHT = new CountComparison(List.of(1L), -1);
  static final CountComparison DUE =
      new CountComparison(List.of(1L, (long) -STEPS_PER_TOKEN), 1); // the own step counts

  private static final int OPENING = 0; // the parts of a tape in a summary
  private static final int RIGHT = 1;
  private static final int SEPARATOR = 2;
  private static final int LEFT = 3;

  private final TuringMachine machine;
  private final ForgettingTokens tokens;
  private final TuringEmbedding base;
  private final ResidualStream stream;
  private final List<Subspace> parts = new ArrayList<>();
  private final List<Subspace> emitted = new ArrayList<>(); // right, separator, left
  private final Subspace summary;
  private final Subspace toward;
  private final Subspace givenToward;
  private final Subspace told;
  private final Subspace found;
  private final Subspace shares; // steps, prompt, think, start
  private final Subspace due;

  ForgettingEmbedding(
      TransformerAssembler assembler, TuringMachine machine, ForgettingTokens tokens) {
    this.machine = machine;
    this.tokens = tokens;
    this.base = new TuringEmbedding(assembler, machine, tokens.ordinary());
    this.stream = assembler.stream();
    List<Object> states = new ArrayList<>(machine.states());
    states.add(TuringEmbedding.WRITING);
    told = stream.declareOneHot("told", states, "the state that a summary says");
    summary = stream.declare("summary", 1, "whether this is a token of a summary");
    toward = stream.declare("toward", 1, "whether a cell of a summary is marked");
    for (int tape = 0; tape < machine.tapes(); tape++) {
      parts.add(
          stream.declareOneHot(
              "part " + tape,
              List.of(Phrase.of("opening"), FROM_ZERO, BETWEEN, FROM_LEFT),
              Phrase.of("the part of tape {tape} in a summary", "tape", tape)));
    }
    shares =
        stream.declare(
            "shares", 4, "the shares of steps, prompt, think and start tokens in all before");
    found = stream.declareOneHot("found", states, "the state that the prompt says");
    for (int tape = 0; tape < machine.tapes(); tape++) {
      emitted.add(
          stream.declareOneHot(
              "emitted " + tape,
              List.of(FROM_ZERO, BETWEEN, FROM_LEFT),
              Phrase.of(
                  "the part of tape {tape} in a summary that is being written", "tape", tape)));
    }
    givenToward = stream.declare("given", 1, "whether a cell of the prompt is marked");
    due = stream.declare("due", 1, "whether a summary is to follow this step");
    embedPrompt(assembler);
    embedSummary(assembler);
  }

  private void embedPrompt(TransformerAssembler assembler) {
    int think = tokens.ordinary().think();
    assembler.embed(think, base.reset(), 1, 1);
    assembler.embed(tokens.ordinary().start(), told, base.beginning(), 1);
    for (int tape = 0; tape < machine.tapes(); tape++) {
      assembler.embed(think, move(tape), TapeHeads.STAY, 1);
    }
  }

  private void embedSummary(TransformerAssembler assembler) {
    for (int q = 0; q < machine.states().size(); q++) {
      assembler.embed(tokens.state(q), told, q, 1);
      embedOpening(assembler, tokens.state(q), 0);
    }
    for (int tape = 0; tape < machine.tapes(); tape++) {
      if (tape > 0) {
        embedOpening(assembler, tokens.opening(tape), tape);
      }
      embedWalk(assembler, tokens.separator(tape), tape, SEPARATOR);
      for (int symbol = 0; symbol < machine.symbols().size(); symbol++) {
        for (boolean marked : new boolean[] {false, true}) {
          embedCell(assembler, tape, RIGHT, marked, symbol);
          embedCell(assembler, tape, LEFT, marked, symbol);
        }
      }
    }
  }

  private void embedOpening(TransformerAssembler assembler, int token, int tape) {
    assembler.embed(token, summary, 0, 1);
    assembler.embed(token, parts.get(tape), OPENING, 1);
    assembler.embed(token, base.reset(), 0, 1);
    for (int other = 0; other < machine.tapes(); other++) {
      assembler.embed(token, move(other), TapeHeads.STAY, 1);
    }
  }

  private void embedWalk(TransformerAssembler assembler, int token, int tape, int part) {
    int direction = part == RIGHT ? TapeHeads.RIGHT : TapeHeads.LEFT;
    assembler.embed(token, summary, 0, 1);
    assembler.embed(token, parts.get(tape), part, 1);
    assembler.embed(token, base.reset(), 1, 1);
    assembler.embed(token, move(tape), direction, 1);
  }

  private void embedCell(
      TransformerAssembler assembler, int tape, int part, boolean marked, int symbol) {
    int token = tokens.cell(tape, part == LEFT, marked, symbol);
    embedWalk(assembler, token, tape, part);
    assembler.embed(token, written(tape), symbol, 1);
    if (marked) {
      assembler.embed(token, toward, 0, 1);
    }
  }

  /** Adds the first layer. */
  void addTo(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    Note clock =
        new Note(
            CLOCK,
            "averages over all tokens so far: the shares of steps, of tokens of the prompt, and of"
                + " the think token");
    UniformAverage.everywhere(input)
        .addTo(
            layer,
            clock,
            List.of(
                step(input),
                roles(input, Role.START, Role.INPUT).plus(input.readOneHot(summary).at(0)),
                roles(input, Role.THINK),
                start(input)),
            shares,
            Mask.STRICT);
    List<LinearForm> states = input.readOneHot(told).all();
    LinearForm says = states.stream().reduce(LinearForm::plus).orElseThrow();
    new EverFlagged(says.minus(start(input)), start(input))
        .addTo(
            layer,
            new Note(TOLD, "finds the state that the prompt says; without one, the initial state"),
            states,
            found,
            Mask.STRICT);
    addFlags(layer);
  }

  private void addFlags(LayerAssembler layer) {
    layer.feedForwardNote(
        "segment", "which summary is given, which is written, and whether one is due");
    SublayerInput input = layer.feedForward();
    LinearForm start = stream.at(shares, 3);
    LinearForm thought = THOUGHT.atLeastZero(input, List.of(stream.at(shares, 2)), start);
    LinearForm isDue =
        DUE.atLeastZero(input, List.of(stream.at(shares, 0), stream.at(shares, 1)), start);
    layer.write(Gate.open(layer, List.of(step(input), isDue)), 1, due, 0);
    SublayerInput.Reading says = input.readOneHot(found);
    for (int q = 0; q < found.width(); q++) {
      int gate = Gate.open(layer, List.of(roles(input, Role.THINK), says.at(q)));
      layer.write(gate, 1, base.state(), q);
    }
    LinearForm marked = input.readOneHot(toward).at(0);
    LinearForm given = thought.times(-1).plus(1);
    layer.write(Gate.open(layer, List.of(marked, given)), 1, givenToward, 0);
    for (int tape = 0; tape < machine.tapes(); tape++) {
      SublayerInput.Reading part = input.readOneHot(parts.get(tape));
      for (int i = 0; i < emitted.get(tape).width(); i++) {
        int gate = Gate.open(layer, List.of(part.at(i + 1), thought));
        layer.write(gate, 1, emitted.get(tape), i);
      }
    }
  }

  private LinearForm roles(SublayerInput input, Role... roles) {
    return base.roles().any(input, roles);
  }

  private LinearForm part(SublayerInput input, int tape, int part) {
    return input.readOneHot(parts.get(tape)).at(part);
  }

  private LinearForm written(SublayerInput input, int tape, int part) {
    return input.readOneHot(emitted.get(tape)).at(part - 1);
  }

  private LinearForm given(SublayerInput input, int tape, int part) {
    return part(input, tape, part).minus(written(input, tape, part));
  }

  @Override
  public UniformAverage kinds(SublayerInput input) {
    List<LinearForm> wants = new ArrayList<>();
    List<LinearForm> offers = new ArrayList<>();
    wants.add(roles(input, Role.INPUT));
    offers.add(roles(input, Role.START, Role.INPUT));
    wants.add(roles(input, Role.OUTPUT));
    offers.add(roles(input, Role.START, Role.OUTPUT));
    LinearForm run = roles(input, Role.START, Role.STEP).plus(input.readOneHot(givenToward).at(0));
    LinearForm runs = roles(input, Role.THINK, Role.STEP);
    for (int tape = 0; tape < machine.tapes(); tape++) {
      runs = runs.plus(part(input, tape, OPENING));
    }
    wants.add(runs);
    offers.add(run);
    for (int tape = 0; tape < machine.tapes(); tape++) {
      wants.add(given(input, tape, RIGHT));
      offers.add(start(input).plus(part(input, tape, RIGHT)));
      wants.add(given(input, tape, LEFT));
      offers.add(start(input).plus(part(input, tape, SEPARATOR)).plus(part(input, tape, LEFT)));
      wants.add(written(input, tape, RIGHT));
      offers.add(run.plus(written(input, tape, RIGHT)));
      LinearForm leftwards = written(input, tape, SEPARATOR).plus(written(input, tape, LEFT));
      wants.add(leftwards);
      offers.add(run.plus(leftwards));
    }
    return new UniformAverage(wants, offers);
  }

  @Override
  public LinearForm counted(SublayerInput input) {
    return start(input);
  }

  @Override
  public int trails() {
    return 2;
  }

  /** The moves of the machine and of what is given, then those of the walk. */
  @Override
  public List<LinearForm> moved(SublayerInput input) {
    List<LinearForm> all = base.moved(input);
    List<LinearForm> moved = new ArrayList<>();
    List<LinearForm> walked = new ArrayList<>();
    for (int tape = 0; tape < machine.tapes(); tape++) {
      LinearForm walk =
          written(input, tape, RIGHT)
              .minus(written(input, tape, SEPARATOR))
              .minus(written(input, tape, LEFT));
      moved.add(all.get(tape).minus(walk));
      walked.add(walk);
    }
    moved.addAll(walked);
    return moved;
  }

  @Override
  public LinearForm walks(SublayerInput input) {
    LinearForm walks = input.constant(0);
    for (Subspace written : emitted) {
      for (LinearForm flag : input.readOneHot(written).all()) {
        walks = walks.plus(flag);
      }
    }
    return walks;
  }

  @Override
  public LinearForm writes(SublayerInput input, int tape) {
    return base.writes(input, tape).plus(given(input, tape, RIGHT)).plus(given(input, tape, LEFT));
  }

  /** Where a tape's part of a summary opens. */
  LinearForm opening(SublayerInput input, int tape) {
    return part(input, tape, OPENING);
  }

  /** A cell from 0 on. */
  LinearForm right(SublayerInput input, int tape) {
    return part(input, tape, RIGHT);
  }

  /** The separator, or a cell from -1 on. */
  LinearForm left(SublayerInput input, int tape) {
    return part(input, tape, SEPARATOR).plus(part(input, tape, LEFT));
  }

  /** The embedding of the machine's own tokens. */
  TuringEmbedding base() {
    return base;
  }

  Subspace due() {
    return due;
  }

  Subspace summary() {
    return summary;
  }

  @Override
  public int tapes() {
    return base.tapes();
  }

  @Override
  public Subspace one() {
    return base.one();
  }

  @Override
  public Subspace move(int tape) {
    return base.move(tape);
  }

  @Override
  public Subspace written(int tape) {
    return base.written(tape);
  }

  @Override
  public Subspace reset() {
    return base.reset();
  }

  @Override
  public LinearForm start(SublayerInput input) {
    return base.start(input);
  }

  @Override
  public LinearForm step(SublayerInput input) {
    return base.step(input);
  }
}
