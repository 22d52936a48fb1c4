package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.LookUpTable;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.model.Token;

/** What is under the heads, and what follows from it and the state: the table of the machine. */
final class MachineTables {

  private final ResidualStream stream;
  private final TuringMachine machine;
  private final TuringTokens tokens;
  private final List<Subspace> under = new ArrayList<>();
  private final Subspace next;

  /** Declares subspaces. */
  MachineTables(ResidualStream stream, TuringMachine machine, TuringTokens tokens) {
    this.stream = stream;
    this.machine = machine;
    this.tokens = tokens;
    for (int tape = 0; tape < machine.tapes(); tape++) {
      Phrase meaning =
          Phrase.of("one-hot of the symbol under the head of tape {tape}", "tape", tape);
      under.add(stream.declareOneHot("under " + tape, machine.symbols(), meaning));
    }
    next =
        stream.declareOneHot(
            "next",
            tokens.vocabulary().tokens().stream().map(Token::text).toList(),
            "one-hot of the next token, if there is");
  }

  Subspace next() {
    return next;
  }

  Subspace under(int tape) {
    return under.get(tape);
  }

  /** The symbol under each head: the own one if it stays, else the one found, else a blank. */
  void addUnder(
      LayerAssembler layer, TapeTokens embedding, TapeHeads heads, RightmostWrite rightmost) {
    layer.feedForwardNote("read", "what was just written, what was found, or a blank");
    for (int tape = 0; tape < machine.tapes(); tape++) {
      addUnder(layer, embedding, heads, rightmost, tape);
    }
  }

  private void addUnder(
      LayerAssembler layer,
      TapeTokens embedding,
      TapeHeads heads,
      RightmostWrite rightmost,
      int tape) {
    SublayerInput input = layer.feedForward();
    LinearForm own = heads.ownSign(stream, input, tape); // 1 or -1
    LinearForm unwritten = rightmost.unwritten(stream, input, tape); // 1 or 0
    SublayerInput.Reading written = input.readOneHot(embedding.written(tape));
    List<LinearForm> found = rightmost.found(input, tape);
    for (int symbol = 0; symbol < machine.symbols().size(); symbol++) {
      layer.write(layer.unit(written.at(symbol).plus(own).plus(-1)), 1, under.get(tape), symbol);
      LinearForm open = own.times(-2).minus(unwritten.times(2)).plus(-2);
      layer.write(layer.unit(found.get(symbol).plus(open)), 1, under.get(tape), symbol);
    }
    LinearForm blank = unwritten.times(2).minus(own.times(2)).plus(-3);
    layer.write(layer.unit(blank), 1, under.get(tape), TuringMachine.BLANK);
  }

  /** The next step, if there is one, or the next token of the output. */
  void addTransitions(LayerAssembler layer, TuringEmbedding embedding) {
    addTransitions(layer, embedding, Optional.empty());
  }

  /** The same, and a flag of whether there is a next step. */
  void addTransitions(LayerAssembler layer, TuringEmbedding embedding, Optional<Subspace> running) {
    layer.feedForwardNote(
        "transitions", "from the state and the symbols under the heads to the next step");
    SublayerInput input = layer.feedForward();
    SublayerInput.Reading state = input.readOneHot(embedding.state());
    List<SublayerInput.Reading> symbols = under.stream().map(input::read).toList();
    int[] read = new int[machine.tapes()];
    for (int q = 0; q < machine.states().size(); q++) {
      if (!machine.isHalting(q)) {
        addTransitions(layer, state.at(q), q, symbols, read, 0, running);
      }
    }
    if (tokens.computes()) {
      addOutputs(layer, state, symbols.get(machine.outputTape().orElseThrow()));
    }
  }

  /** Adds the transitions of a state for all symbols on the tapes from one on. */
  private void addTransitions(
      LayerAssembler layer,
      LinearForm state,
      int q,
      List<SublayerInput.Reading> symbols,
      int[] read,
      int tape,
      Optional<Subspace> running) {
    if (tape < read.length) {
      for (read[tape] = 0; read[tape] < machine.symbols().size(); read[tape]++) {
        addTransitions(layer, state, q, symbols, read, tape + 1, running);
      }
      return;
    }
    int action = machine.actionAt(q, read);
    if (action >= 0) {
      List<LinearForm> conditions = new ArrayList<>(List.of(state));
      for (int i = 0; i < read.length; i++) {
        conditions.add(symbols.get(i).at(read[i]));
      }
      int unit = Gate.open(layer, conditions);
      layer.write(unit, 1, next, tokens.step(action));
      running.ifPresent(flag -> layer.write(unit, 1, flag, 0));
    }
  }

  private void addOutputs(
      LayerAssembler layer, SublayerInput.Reading state, SublayerInput.Reading symbol) {
    LookUpTable output =
        new LookUpTable(
            layer, "output", "once the machine has halted, the symbol of the next cell");
    LinearForm writing = state.at(machine.states().size());
    for (int s = 0; s < machine.symbols().size(); s++) {
      int token = s == TuringMachine.BLANK ? tokens.acceptOrEnd() : tokens.output(s);
      output.entry(List.of(writing, symbol.at(s)), next, token);
    }
  }
}
