package org.cotsim.simulator.construct.logic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cotsim.languages.logic.Count;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.Formula.Remainder;
import org.cotsim.simulator.assemble.CountComparison;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.LookUpTable;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.logic.DecisionTree.Case;
import org.cotsim.simulator.construct.logic.FormulaPlan.Table;
import org.cotsim.simulator.model.Token.Role;

/** The tables of a formula's model: Boolean combinations of letters, heads and signs of counts. */
final class FormulaTables {

  private final FormulaStream shared;
  private final Set<Count> compared = new LinkedHashSet<>();

  FormulaTables(FormulaStream shared) {
    this.shared = shared;
  }

  /** The counts whose signs were read. */
  Set<Count> compared() {
    return compared;
  }

  static CountComparison comparison(Count count) {
    return new CountComparison(List.copyOf(count.weights().values()), count.constant());
  }

  /** Adds the table of a formula at the letters. */
  void addFlag(LayerAssembler layer, Formula flagged, Table table) {
    Subspace flag =
        shared.names.declareTruth(
            flagged + " here", "whether it holds here and a letter stands here");
    LookUpTable gates = new LookUpTable(layer, flag.name(), "from letter and heads to its truth");
    addCases(layer, gates, table, flag, List.of(0, 1));
    gates.entry(List.of(noLetter(layer.feedForward())), flag, 0);
    shared.flags.put(flagged, flag);
  }

  /** Adds the table of what a letter adds to a count. */
  void addResidues(LayerAssembler layer, Remainder remainder, Table table) {
    List<Integer> values = List.copyOf(values(table));
    Subspace added =
        shared.names.declare(
            "adds to " + remainder.count(),
            values.size(),
            "one-hot of what a letter adds to the count",
            Wording.oneHot(values.stream().map(String::valueOf).toList()));
    LookUpTable gates =
        new LookUpTable(layer, added.name(), "from letter and heads to what it adds");
    addCases(layer, gates, table, added, values);
    gates.entry(List.of(noLetter(layer.feedForward())), added, 0);
    shared.flags.put(remainder, added);
  }

  /** Adds the table of the whole formula, which decides the empty word too. */
  void addRoot(LayerAssembler layer, Formula formula) {
    Subspace truth = shared.names.declareTruth("formula", "whether the formula holds here");
    LookUpTable gates =
        new LookUpTable(layer, truth.name(), "from letter and heads to the truth of the formula");
    addCases(layer, gates, shared.plan.root(), truth, List.of(0, 1));
    gates.entry(
        List.of(noLetter(layer.feedForward())), truth, formula.holdsOfTheEmptyWord() ? 1 : 0);
    shared.flags.put(formula, truth);
  }

  private LinearForm noLetter(SublayerInput input) {
    return shared.roles.any(input, Role.START, Role.THINK);
  }

  private void addCases(
      LayerAssembler layer, LookUpTable gates, Table table, Subspace target, List<Integer> values) {
    SublayerInput input = layer.feedForward();
    for (Case one : table.cases()) {
      List<LinearForm> conditions = new ArrayList<>(List.of(shared.any(input, one.letters())));
      one.literals()
          .forEach(
              (atom, value) -> {
                LinearForm holds = atom(input, atom);
                conditions.add(value ? holds : holds.times(-1).plus(1));
              });
      gates.entry(conditions, target, values.indexOf(one.value()));
    }
  }

  private LinearForm atom(SublayerInput input, Atom atom) {
    if (atom instanceof Atom.Sign sign) {
      return sign(input, sign.count());
    }
    Formula holds = ((Atom.Flag) atom).formula();
    return FormulaPlan.isHead(holds) ? shared.holds(input, holds) : shared.flag(input, holds);
  }

  private LinearForm sign(SublayerInput input, Count count) {
    compared.add(count);
    List<LinearForm> terms = count.weights().keySet().stream().map(shared::share).toList();
    return comparison(count).atLeastZero(input, terms, shared.inverse());
  }

  /** The different values of a table, and 0 for where no letter stands. */
  static SortedSet<Integer> values(Table table) {
    TreeSet<Integer> values = new TreeSet<>(List.of(0));
    table.cases().forEach(one -> values.add(one.value()));
    return values;
  }
}
