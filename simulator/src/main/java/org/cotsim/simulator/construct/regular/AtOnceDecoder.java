package org.cotsim.simulator.construct.regular;

import java.util.List;
import java.util.Optional;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoleFlags;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TokenOneHot;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/**
 * What decoders of words that answer at once have in common: the token, the state of the automaton
 * before it, and the answer that the state gives.
 */
final class AtOnceDecoder {

  /** The arg max of the output; a state scores one answer by 1. */
  static final double OUTPUT_TOLERANCE = 0.5;

  private static final double LONGEST = Integer.MAX_VALUE / 4.0;

  private final TransformerAssembler assembler;
  private final Subspace token;
  private final RoleFlags roles;
  private final Subspace one;
  private final Subspace state;
  private final List<String> stateNames;

  AtOnceDecoder(Vocabulary vocabulary, DfaTable<?> table) {
    assembler = new TransformerAssembler(vocabulary);
    stateNames = table.names();
    token = TokenOneHot.embed(assembler);
    roles = RoleFlags.embed(assembler);
    one = stream().declare("one", 1, "the number 1, to compare other numbers with");
    for (int id = 0; id < vocabulary.size(); id++) {
      assembler.embed(id, one, 0, 1);
    }
    state =
        stream()
            .declareOneHot(
                "state", stateNames, "one-hot of the state of the automaton before this token");
    int reject = vocabulary.id("reject", Role.ANSWER);
    int accept = vocabulary.id("accept", Role.ANSWER);
    for (int q = 0; q < table.size(); q++) {
      assembler.score(table.accepting(q) ? accept : reject, state, q, 1);
    }
    if (table.size() == 1) {
      assembler.embed(vocabulary.id("#", Role.THINK), state, 0, 1);
    }
  }

  /** What a person calls a state. */
  String stateName(int number) {
    return stateNames.get(number);
  }

  TransformerAssembler assembler() {
    return assembler;
  }

  ResidualStream stream() {
    return assembler.stream();
  }

  Subspace token() {
    return token;
  }

  Subspace state() {
    return state;
  }

  LinearForm one() {
    return stream().at(one, 0);
  }

  /** 1 at the start token, else 0. */
  LinearForm start(SublayerInput input) {
    return roles.any(input, Role.START);
  }

  /** The same as a form over the residual stream. */
  LinearForm isStart() {
    return stream().at(token, assembler.vocabulary().withRole(Role.START).id(0));
  }

  /** 1 at letters and at the think token, else 0. */
  LinearForm counted(SublayerInput input) {
    return roles.any(input, Role.INPUT, Role.THINK);
  }

  /** The token of a letter. */
  int letter(int a) {
    return assembler.vocabulary().withRole(Role.INPUT).id(a);
  }

  /** Adds a head that counts the tokens so far, and returns where 1/m is written. */
  Subspace addClock(LayerAssembler layer) {
    Subspace clock =
        stream()
            .declare(
                "1/m",
                1,
                "1/m for the m tokens so far, start and this one among them",
                Wording.inverse("m"));
    SublayerInput input = layer.attention();
    UniformAverage.everywhere(input)
        .addTo(
            layer,
            new Blueprint.Note(
                "clock", "spreads its weight evenly: the start token's share is 1/m"),
            List.of(start(input)),
            clock,
            Mask.CAUSAL);
    return clock;
  }

  static ScoreClaim output(RoundingError errors) {
    return new ScoreClaim("output", 1, 10 * errors.flag(), OUTPUT_TOLERANCE);
  }

  /** What tables of gates with so many conditions rely on. */
  static ScoreClaim tables(int conditions, RoundingError errors) {
    return new ScoreClaim("tables", 1, conditions * errors.flag(), 0.5);
  }

  /** A sequence of so many letters must fit into the indices of this program. */
  static RangeClaim sequence(long length) {
    return new RangeClaim("the tokens of a sequence", 2.0 * length + 3, LONGEST);
  }

  /** Why a decoder that answers at once cannot be built with these options, if it cannot. */
  static Optional<String> problem(ConstructionOptions options, String name) {
    if (options.normProblem().isPresent()) {
      return options.normProblem();
    }
    if (options.softmax().isPresent()) {
      return Optional.of(
          "softmax attention is built for --by theorem1 only, not for the " + name + " decoder");
    }
    if (options.mask().isPresent()) {
      return Optional.of(
          "the "
              + name
              + " decoder needs the mask that it uses by itself at each head; leave out --mask");
    }
    return Optional.empty();
  }
}
