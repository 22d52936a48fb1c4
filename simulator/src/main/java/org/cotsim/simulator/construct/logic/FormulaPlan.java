package org.cotsim.simulator.construct.logic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotsim.languages.logic.Count;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.Formula.Connective;
import org.cotsim.languages.logic.Formula.Not;
import org.cotsim.languages.logic.Formula.Past;
import org.cotsim.languages.logic.Formula.Remainder;
import org.cotsim.languages.logic.Formula.Since;
import org.cotsim.simulator.assemble.BlockSum;

/**
 * In which layer each operator of a formula gets its head, and each Boolean combination its table.
 *
 * <p>Layer 1 averages the start flag. The feed-forward sublayer of a layer reads the heads of the
 * same layer, so that Boolean operators cost no layer of their own, except where a table would have
 * too many cases: then its operands get tables first, one layer earlier.
 */
final class FormulaPlan {

  /** A table: the truth of a formula, or another function of several, at the letters. */
  record Table(int layer, List<DecisionTree.Case> cases) {

    /** Whether the letter alone decides. */
    boolean isOfLetters() {
      return layer == 0;
    }
  }

  private final List<String> letters;
  private final int sumLayers; // that a remainder takes
  private final Map<Formula, Table> flags = new LinkedHashMap<>();
  private final Map<Remainder, Table> residues = new LinkedHashMap<>();
  private final Map<Formula, Integer> heads = new LinkedHashMap<>(); // Past, Since, Remainder
  private final Map<Formula, Integer> shares = new LinkedHashMap<>(); // of what is counted
  private final Set<Count> signs = new LinkedHashSet<>();
  private final Table root;

  /**
   * The plan of a formula.
   *
   * @param sumLevels the levels of blocks of a sum, see {@link BlockSum}
   */
  FormulaPlan(Formula formula, List<String> letters, int sumLevels) {
    this.letters = List.copyOf(letters);
    this.sumLayers = 2 * sumLevels + (sumLevels > 1 ? 1 : 0);
    this.root = flag(formula);
  }

  /** The table of the whole formula. */
  Table root() {
    return root;
  }

  /** The layer whose feed-forward sublayer decides the formula. */
  int rootLayer() {
    return Math.max(1, root.layer());
  }

  /** All layers, the one that answers included. */
  int layers() {
    return rootLayer() + 1;
  }

  /** The tables of formulas that heads or other tables read, in the order of need. */
  Map<Formula, Table> flags() {
    return flags;
  }

  Map<Remainder, Table> residues() {
    return residues;
  }

  /** The first layer whose feed-forward sublayer knows what each operator says. */
  Map<Formula, Integer> heads() {
    return heads;
  }

  Map<Formula, Integer> shares() {
    return shares;
  }

  /** The counts whose sign some table reads. */
  Set<Count> signs() {
    return signs;
  }

  /** The formula whose latest truth decides "since": g, or not f. */
  static Formula ended(Since since) {
    return new Connective(Connective.Operator.OR, List.of(new Not(since.holds()), since.began()));
  }

  private Table flag(Formula formula) {
    Table known = flags.get(formula);
    if (known == null) {
      known = table(formula);
      flags.put(formula, known);
    }
    return known;
  }

  private Table table(Formula formula) {
    try {
      return table(DecisionTree.of(formula, Set.of(), letters, DecisionTree.MOST_CASES));
    } catch (DecisionTree.TooLarge e) {
      List<Formula> operands = formula.parts();
      operands.forEach(this::flag);
      return table(cases(formula, Set.copyOf(operands)));
    }
  }

  private List<DecisionTree.Case> cases(Formula formula, Set<Formula> cut) {
    try {
      return DecisionTree.of(formula, cut, letters, Integer.MAX_VALUE);
    } catch (DecisionTree.TooLarge e) {
      throw new IllegalStateException(e);
    }
  }

  private Table table(List<DecisionTree.Case> cases) {
    int layer = 0;
    for (Atom atom : DecisionTree.atoms(cases)) {
      layer = Math.max(layer, layer(atom));
    }
    return new Table(layer, cases);
  }

  /** The first layer whose feed-forward sublayer can read an atom. */
  private int layer(Atom atom) {
    if (atom instanceof Atom.Sign sign) {
      signs.add(sign.count());
      return sign.count().weights().keySet().stream().mapToInt(this::share).max().orElse(1);
    }
    Formula formula = ((Atom.Flag) atom).formula();
    return isHead(formula) ? head(formula) : flag(formula).layer() + 1;
  }

  static boolean isHead(Formula formula) {
    return formula instanceof Past || formula instanceof Since || formula instanceof Remainder;
  }

  private int share(Formula counted) {
    Integer known = shares.get(counted);
    if (known == null) {
      known = flag(counted).layer() + 1;
      shares.put(counted, known);
    }
    return known;
  }

  private int head(Formula formula) {
    Integer known = heads.get(formula);
    if (known == null) {
      known = place(formula);
      heads.put(formula, known);
    }
    return known;
  }

  private int place(Formula formula) {
    if (formula instanceof Remainder remainder) {
      return sumLayers + residue(remainder).layer();
    }
    if (formula instanceof Since since) {
      int read = Math.max(flag(since.began()).layer(), flag(ended(since)).layer());
      return 1 + Math.max(1, read);
    }
    Past past = (Past) formula;
    int read = flag(past.operand()).layer();
    return 1 + (past.operator() == Past.Operator.YESTERDAY ? Math.max(1, read) : read);
  }

  /** What a letter adds to a count, modulo its modulus. */
  private Table residue(Remainder remainder) {
    Table known = residues.get(remainder);
    if (known == null) {
      known = table(residueCases(remainder));
      residues.put(remainder, known);
    }
    return known;
  }

  private List<DecisionTree.Case> residueCases(Remainder remainder) {
    List<Formula> counted = new ArrayList<>(remainder.count().weights().keySet());
    List<Long> weights = new ArrayList<>(remainder.count().weights().values());
    int modulus = remainder.modulus();
    try {
      return DecisionTree.of(
          counted,
          truths -> {
            long sum = 0;
            for (int k = 0; k < truths.size(); k++) {
              sum += truths.get(k) ? Math.floorMod(weights.get(k), (long) modulus) : 0;
            }
            return Math.floorMod(sum, modulus);
          },
          Set.of(),
          letters,
          DecisionTree.MOST_CASES);
    } catch (DecisionTree.TooLarge e) {
      throw new IllegalArgumentException(
          "what a letter adds to "
              + remainder
              + " depends on more than "
              + DecisionTree.MOST_CASES
              + " cases of what holds there",
          e);
    }
  }
}
