package org.cotsim.simulator.construct.regular;

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
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoleFlags;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TokenOneHot;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The weights of one DFA model: the first layer counts, the last one reads the symbol and looks up
 * the next state; what a count is read out by stands between them.
 */
final class DfaWeights implements Construction.Weights {

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
    this.counter = PositionCounter.of(options, maxLength, options.errors(largestReading()));
    this.symbols = vocabulary.withRole(Role.INPUT).size();
    this.firstState = vocabulary.id(table.names().get(0), Role.STEP);
    this.certificate =
        new Certificate(
            options.arithmetic(), maxLength, maxLength + 1L, claims(), ranges(maxLength));
  }

  @Override
  public Certificate certificate() {
    return certificate;
  }

  private List<RangeClaim> ranges(int maxLength) {
    List<RangeClaim> ranges = new ArrayList<>(counter.ranges(options.arithmetic()));
    if (options.softmax().isPresent()) {
      ranges.add(
          new RangeClaim(
              "the inverse temperature needed",
              inverseTemperature(maxLength),
              options.softmax().getAsDouble()));
    }
    return ranges;
  }

  /**
   * An inverse temperature with which softmax attention is as good as saturated attention.
   *
   * <p>Among T positions the look-up leaves at most T exp(-beta g) of the weight to others, for the
   * gap g less the noise of two scores; 1/16 is little enough for the table, whose gates need 1/2,
   * and for the output, since the symbol read scores at least 7/8, more than a guess and its
   * tolerance. The counting head, of gap 1, is let leak 2^-16 / T: less than moves a count of T, or
   * a sum of binary digits up to 4 T, by a hundredth.
   */
  double inverseTemperature(int maxLength) {
    RoundingError errors = options.errors(largestReading());
    double positions = 2.0 * maxLength + 4;
    ScoreClaim lookUp = counter.lookUp("read symbol", errors);
    ScoreClaim count = counter.claim(errors);
    return Math.max(
        Math.log(16 * positions) / (lookUp.gap() - 2 * lookUp.noise()),
        Math.log(65536 * positions * positions) / (count.gap() - 2 * count.noise()));
  }

  private List<ScoreClaim> claims() {
    RoundingError errors = options.errors(largestReading());
    List<ScoreClaim> claims = new ArrayList<>(counter.claims(errors));
    claims.add(counter.lookUp("read symbol", errors));
    claims.add(
        new ScoreClaim("output", GUESS, 10 * errors.flag(), OUTPUT_TOLERANCE)); // flags are exact
    return claims;
  }

  /** At least the components that a sublayer reads: two one-hots, and what compares numbers. */
  private int largestReading() {
    return 2 * vocabulary.size() + 300;
  }

  @Override
  public Assembly assemble() {
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

    counter.addTo(assembler, roles, stream.at(one, 0));
    LayerAssembler layer = assembler.layer();
    addReadSymbol(layer, stream, roles, token, one, symbol);
    addTransitions(layer, token, symbol, next);
    addScores(assembler, token, next);
    return options.applyTo(assembler.build(OUTPUT_TOLERANCE), largestReading());
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
                "finds the input token whose number equals mine, so that the k-th state finds the k-th"
                    + " symbol, and copies its symbol"),
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
