package org.cotsim.simulator.construct.logic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.Formula.Remainder;
import org.cotsim.simulator.assemble.BlockSum;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoleFlags;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TokenOneHot;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.logic.DecisionTree.Case;
import org.cotsim.simulator.construct.logic.FormulaPlan.Table;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/** The residual stream of a formula's model, and what its parts can read of it. */
final class FormulaStream {

  final FormulaPlan plan;
  final Vocabulary vocabulary;
  final TransformerAssembler assembler;
  final ResidualStream stream;
  final SubspaceNames names;
  final RoleFlags roles;
  final Map<Formula, Subspace> truths = new HashMap<>(); // written by heads
  final Map<Formula, Subspace> flags = new HashMap<>(); // written by tables, at letters
  final Map<Formula, Subspace> shares = new HashMap<>(); // of what is counted
  final Map<Remainder, BlockSum> sums = new HashMap<>(); // where positions are embedded
  final Subspace inverse;
  private final Subspace token;
  private final Subspace one;
  private final Subspace start;

  FormulaStream(FormulaPlan plan, Vocabulary vocabulary) {
    this.plan = plan;
    this.vocabulary = vocabulary;
    this.assembler = new TransformerAssembler(vocabulary);
    this.stream = assembler.stream();
    this.names = new SubspaceNames(stream);
    this.token = TokenOneHot.embed(assembler);
    this.roles = RoleFlags.embed(assembler);
    this.one = stream.declare("one", 1, "the number 1, to compare other numbers with");
    this.start = stream.declare("start", 1, "1 at the start token", Wording.yesOrNo());
    for (int id = 0; id < vocabulary.size(); id++) {
      assembler.embed(id, one, 0, 1);
    }
    assembler.embed(vocabulary.withRole(Role.START).id(0), start, 0, 1);
    this.inverse = stream.declare("1/m", 1, "1/m, for m positions so far", Wording.inverse("m"));
  }

  /** The number 1, as a form over the residual stream. */
  LinearForm one() {
    return stream.at(one, 0);
  }

  /** 1 at the start token, as a form over the residual stream. */
  LinearForm start() {
    return stream.at(start, 0);
  }

  /** 1/m, as a form over the residual stream. */
  LinearForm inverse() {
    return stream.at(inverse, 0);
  }

  /** Whether an operator says yes here, as a form over a sublayer's input. */
  LinearForm holds(SublayerInput input, Formula operator) {
    return operator instanceof Remainder remainder && sums.containsKey(remainder)
        ? sums.get(remainder).is(input, sought(remainder))
        : input.readOneHot(truths.get(operator)).at(1);
  }

  /** What the sum of what letters add is to leave. */
  static int sought(Remainder remainder) {
    long sought = remainder.remainder() - remainder.count().constant();
    return (int) Math.floorMod(sought, (long) remainder.modulus());
  }

  /** The share of the positions so far that are counted, as a form over the residual stream. */
  LinearForm share(Formula counted) {
    return stream.at(shares.get(counted), 0);
  }

  /** Whether a formula holds here and a letter stands here, as a form over an attention input. */
  LinearForm flag(SublayerInput input, Formula wanted) {
    Table table = plan.flags().get(wanted);
    if (!table.isOfLetters()) {
      return input.readOneHot(flags.get(wanted)).at(1);
    }
    LinearForm sum = input.constant(0);
    for (Case letters : table.cases()) {
      if (letters.value() == 1) {
        sum = sum.plus(any(input, letters.letters()));
      }
    }
    return sum;
  }

  /** Whether one of these letters stands here, as a form over a sublayer's input. */
  LinearForm any(SublayerInput input, List<Integer> letters) {
    SublayerInput.Reading tokens = input.readOneHot(token);
    LinearForm sum = input.constant(0);
    for (int letter : letters) {
      sum = sum.plus(tokens.at(vocabulary.withRole(Role.INPUT).id(letter)));
    }
    return sum;
  }
}
