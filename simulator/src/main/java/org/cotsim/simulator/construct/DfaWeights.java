package org.cotsim.simulator.construct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.HashLookUp;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.LookUpTable;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoleFlags;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TokenOneHot;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The weights of one DFA model: layer 1 counts, layer 2 reads the symbol and looks up the next
 * state.
 */
final class DfaWeights {

  private static final double GUESS = 0.5; // the score of a forced answer; a next token scores 1
  private static final double OUTPUT_TOLERANCE = GUESS / 2;

  private final DfaTable<?> table;
  private final Vocabulary vocabulary;
  private final ConstructionOptions options;
  private final PositionCounter counter;
  private final Certificate certificate;
  private final int symbols; // input symbols, without the end of the input
  private final int firstState; // the token of q0

  DfaWeights(DfaTable<?> table, Vocabulary vocabulary, ConstructionOptions options, int maxLength) {
    this.table = table;
    this.vocabulary = vocabulary;
    this.options = options;
    this.counter = PositionCounter.of(options, maxLength);
    this.symbols = vocabulary.withRole(Role.INPUT).size();
    this.firstState = vocabulary.id("q0", Role.STEP);
    this.certificate =
        new Certificate(
            options.arithmetic(),
            maxLength,
            maxLength + 1L,
            claims(),
            counter.ranges(options.arithmetic()));
  }

  Certificate certificate() {
    return certificate;
  }

  private List<ScoreClaim> claims() {
    RoundingError errors = RoundingError.in(options.arithmetic());
    List<ScoreClaim> claims = new ArrayList<>(List.of(counter.claim(errors)));
    claims.add(counter.lookUp("read symbol", errors));
    claims.add(new ScoreClaim("output", GUESS, 0, OUTPUT_TOLERANCE)); // flags are exact
    return claims;
  }

  Assembly assemble() {
    TransformerAssembler assembler = new TransformerAssembler(vocabulary);
    ResidualStream stream = assembler.stream();
    Subspace token = TokenOneHot.embed(assembler);
    RoleFlags roles = RoleFlags.embed(assembler);
    Subspace one = stream.declare("one", 1, "the number 1, to compare other numbers with");
    for (int id = 0; id < vocabulary.size(); id++) {
      assembler.embed(id, one, 0, 1);
    }
    counter.declare(assembler);
    Subspace symbol =
        stream.declareOneHot(
            "symbol",
            IntStream.rangeClosed(0, symbols)
                .mapToObj(a -> vocabulary.token(symbolToken(a)).text())
                .toList(),
            "one-hot of the input symbol read, or of the end");
    Subspace next =
        stream.declareOneHot(
            "next",
            Stream.of(Role.STEP, Role.ANSWER)
                .flatMap(role -> vocabulary.withRole(role).stream().boxed())
                .map(id -> vocabulary.token(id).text())
                .toList(),
            "the next state, or the answer");

    counter.addTo(assembler.layer(), roles, stream.at(one, 0));
    LayerAssembler layer = assembler.layer();
    addReadSymbol(layer, stream, roles, token, one, symbol);
    addTransitions(layer, token, symbol, next);
    addScores(assembler, token, next);
    return assembler.build(OUTPUT_TOLERANCE);
  }

  private void addReadSymbol(
      LayerAssembler layer,
      ResidualStream stream,
      RoleFlags roles,
      Subspace token,
      Subspace one,
      Subspace symbol) {
    SublayerInput input = layer.attention();
    List<LinearForm> hash = counter.hash(stream, input, stream.at(one, 0));
    SublayerInput.Reading tokens = input.readOneHot(token);
    List<LinearForm> values = new ArrayList<>();
    for (int a = 0; a <= symbols; a++) {
      values.add(tokens.at(symbolToken(a)));
    }
    new HashLookUp(hash, hash, roles.any(input, Role.INPUT, Role.THINK))
        .addTo(
            layer,
            new Note(
                "read symbol",
                "finds the input token whose number equals mine and copies its symbol"),
            values,
            symbol,
            counter.gap(),
            options.mask().orElse(Mask.CAUSAL));
  }

  /** The token of the a-th symbol; the one after the last is the end of the input. */
  private int symbolToken(int a) {
    return a < symbols
        ? vocabulary.withRole(Token.Role.INPUT).id(a)
        : vocabulary.withRole(Token.Role.THINK).id(0);
  }

  private void addTransitions(
      LayerAssembler layer, Subspace token, Subspace symbol, Subspace next) {
    SublayerInput.Reading tokens = layer.feedForward().readOneHot(token);
    SublayerInput.Reading read = layer.feedForward().readOneHot(symbol);
    LookUpTable transitions =
        new LookUpTable(
            layer,
            "transitions",
            "from the state of this token and the symbol read to the next state; at the end, to the"
                + " answer");
    for (int q = 0; q < table.size(); q++) {
      LinearForm state = tokens.at(firstState + q);
      for (int a = 0; a < symbols; a++) {
        transitions.entry(List.of(state, read.at(a)), next, table.successor(q, a));
      }
      transitions.entry(List.of(state, read.at(symbols)), next, answer(q));
    }
  }

  /** The coordinate of {@code next} that holds the answer which a state gives. */
  private int answer(int state) {
    return table.size() + (table.accepting(state) ? 1 : 0);
  }

  private void addScores(TransformerAssembler assembler, Subspace token, Subspace next) {
    int reject = vocabulary.id("reject", Role.ANSWER);
    int think = vocabulary.id("#", Role.THINK);
    for (int q = 0; q < table.size(); q++) {
      assembler.score(firstState + q, next, q, 1);
      assembler.score(reject + answer(q) - table.size(), token, firstState + q, GUESS);
    }
    assembler.score(reject, next, table.size(), 1);
    assembler.score(reject + 1, next, table.size() + 1, 1);
    assembler.score(firstState, token, think, 1);
    assembler.score(reject + answer(0) - table.size(), token, think, GUESS);
  }
}
