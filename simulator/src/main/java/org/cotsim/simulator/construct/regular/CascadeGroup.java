package org.cotsim.simulator.construct.regular;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.cotsim.languages.automaton.algebra.CompositionSeries;
import org.cotsim.languages.automaton.algebra.CompositionSeries.Factor;
import org.cotsim.languages.automaton.algebra.Permutation;
import org.cotsim.simulator.assemble.BlockSum;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.EmbeddedPositions;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.ModularCount;
import org.cotsim.simulator.assemble.ModularCount.Offer;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.model.Mask;

/**
 * The product of all the permutations of one solvable group before a position, factor by factor.
 *
 * <p>With a normal subgroup N of prime index p and t outside, every element is one of N times a
 * power of t. The sum s of these exponents modulo p is known at every position from an average and
 * p look-ups; {@code t^s g t^(-s')}, for the sums s before and s' after a permutation g, lies in N,
 * and these elements are multiplied by the next factor. Cost: two layers a factor.
 */
final class CascadeGroup {

  private final CascadeStage.Shared shared;
  private final String name;
  private final CompositionSeries series;
  private final BiFunction<SublayerInput, Permutation, LinearForm> given;
  private final List<List<Subspace>> found = new ArrayList<>(); // by factor and remainder
  private final List<BlockSum> sums = new ArrayList<>(); // by factor, where positions are embedded
  private final List<Subspace> powers = new ArrayList<>(); // by factor: the sum before, one-hot
  private List<Permutation> elements; // that occur in the current factor, without the identity
  private Subspace element; // one-hot of them, but for the first factor
  private Subspace share;

  /**
   * A group that acts at one height.
   *
   * @param name that no other group has
   * @param occurring the permutations by letters, without the identity
   * @param given the flag of each of them
   */
  CascadeGroup(
      CascadeStage.Shared shared,
      String name,
      CompositionSeries series,
      Set<Permutation> occurring,
      BiFunction<SublayerInput, Permutation, LinearForm> given) {
    this.shared = shared;
    this.name = name;
    this.series = series;
    this.given = given;
    this.elements = List.copyOf(occurring);
  }

  int factors() {
    return series.factors().size();
  }

  private ResidualStream stream() {
    return shared.decoder().stream();
  }

  private LinearForm flag(SublayerInput input, int i) {
    return element == null ? given.apply(input, elements.get(i)) : input.readOneHot(element).at(i);
  }

  private String label(int k) {
    return name + (factors() > 1 ? " factor " + (k + 1) : "");
  }

  /** Adds the head that averages the exponents of a factor, in blocks of a level. */
  void addAverage(LayerAssembler layer, int k, int level) {
    Factor factor = series.factors().get(k);
    SublayerInput input = layer.attention();
    LinearForm exponent = input.constant(0);
    for (int i = 0; i < elements.size(); i++) {
      exponent = exponent.plus(flag(input, i).times(factor.exponent(elements.get(i))));
    }
    if (shared.positions().embedded().isPresent()) {
      if (level == 0) {
        sums.add(blockSum(k, shared.positions().embedded().get()));
      }
      sums.get(k).addMean(layer, level, exponent, shared.decoder().start(input));
      return;
    }
    share =
        stream()
            .declare(
                "sum " + label(k),
                1,
                Phrase.of("mean of the exponents modulo {prime} so far", "prime", factor.prime()));
    UniformAverage.everywhere(input)
        .addTo(
            layer,
            new Note(
                "sum " + label(k),
                Phrase.of(
                    "averages the exponents modulo {prime} of the permutations so far",
                    "prime",
                    factor.prime())),
            List.of(exponent),
            share,
            Mask.CAUSAL);
  }

  private BlockSum blockSum(int k, EmbeddedPositions positions) {
    AtOnceDecoder decoder = shared.decoder();
    return new BlockSum(
        decoder.assembler(),
        positions,
        series.factors().get(k).prime(),
        "sum " + label(k),
        decoder.isStart());
  }

  /** Adds the heads that find the sum modulo the prime, or that of a level of blocks. */
  void addRemainders(LayerAssembler layer, int k, int level) {
    if (shared.positions().embedded().isPresent()) {
      LinearForm start = shared.decoder().start(layer.attention());
      sums.get(k).addRemainders(layer, level, start);
      return;
    }
    Factor factor = series.factors().get(k);
    List<Subspace> remainders = new ArrayList<>();
    for (int r = 0; r < factor.prime(); r++) {
      Subspace remainder =
          stream()
              .declareOneHot(
                  "sum " + label(k) + " is " + r,
                  Wording.NO_YES,
                  Phrase.of(
                      "whether the exponents so far sum to {remainder} modulo {prime}",
                      "remainder",
                      r,
                      "prime",
                      factor.prime()));
      addRemainder(layer, k, r, remainder);
      remainders.add(remainder);
    }
    found.add(remainders);
  }

  /** Adds the tables that follow from the sum. */
  void addTables(LayerAssembler layer, int k) {
    addPower(layer, k);
    if (k + 1 < factors()) {
      addElements(layer, k);
    }
  }

  private void addRemainder(LayerAssembler layer, int k, int r, Subspace target) {
    AtOnceDecoder decoder = shared.decoder();
    int prime = series.factors().get(k).prime();
    SublayerInput input = layer.attention();
    new ModularCount(prime, r, shared.maxLength() + 1L)
        .addTo(
            layer,
            new Note(
                "sum " + label(k) + " is " + r,
                Phrase.of(
                    "looks for a position whose multiple of {modulus} the sum would be",
                    "modulus",
                    prime)),
            stream().at(share, 0),
            shared.inverse(),
            Offer.counted(shared.inverse(), decoder.one(), decoder.isStart()),
            decoder.counted(input),
            decoder.start(input),
            target);
  }

  /** Whether the exponents up to the own one sum to a number. */
  private LinearForm sum(SublayerInput input, int k, int r) {
    return sums.isEmpty() ? input.readOneHot(found.get(k).get(r)).at(1) : sums.get(k).is(input, r);
  }

  /** The flag of each own exponent that occurs in the current factor, 0 among them. */
  private Map<Integer, LinearForm> ownExponents(SublayerInput input, int k) {
    Map<Integer, LinearForm> own = new TreeMap<>();
    LinearForm none = input.constant(1);
    for (int i = 0; i < elements.size(); i++) {
      int exponent = series.factors().get(k).exponent(elements.get(i));
      if (exponent > 0) {
        own.merge(exponent, flag(input, i), LinearForm::plus);
        none = none.minus(flag(input, i));
      }
    }
    own.put(0, none);
    return own;
  }

  /** The sum before the own exponent. */
  private void addPower(LayerAssembler layer, int k) {
    int prime = series.factors().get(k).prime();
    Subspace power =
        stream()
            .declareOneHot(
                "power " + label(k),
                IntStream.range(0, prime).mapToObj(Integer::toString).toList(),
                Phrase.of(
                    "the sum modulo {prime} of the exponents before this token", "prime", prime));
    powers.add(power);
    SublayerInput input = layer.feedForward();
    layer.feedForwardNote("power " + label(k), "takes the own exponent off the sum");
    for (int s = 0; s < prime; s++) {
      for (Map.Entry<Integer, LinearForm> e : ownExponents(input, k).entrySet()) {
        int unit = Gate.open(layer, List.of(sum(input, k, s), e.getValue()));
        layer.write(unit, 1, power, Math.floorMod(s - e.getKey(), prime));
      }
    }
  }

  /** What each permutation leaves in the normal subgroup. */
  private void addElements(LayerAssembler layer, int k) {
    Factor factor = series.factors().get(k);
    int prime = factor.prime();
    Map<Permutation, Integer> numbers = new LinkedHashMap<>();
    List<int[]> entries = new ArrayList<>(); // sum, element, element left
    for (int s = 0; s < prime; s++) {
      for (int i = 0; i < elements.size(); i++) {
        Permutation own = elements.get(i);
        int before = Math.floorMod(s - factor.exponent(own), prime);
        Permutation left =
            factor.outside().power(before).then(own).then(factor.outside().power(s).inverse());
        if (!left.isIdentity()) {
          numbers.putIfAbsent(left, numbers.size());
          entries.add(new int[] {s, i, numbers.get(left)});
        }
      }
    }
    Set<Permutation> occurring = new LinkedHashSet<>(numbers.keySet());
    if (occurring.isEmpty()) { // the letters meet the subgroup in the identity only
      occurring.add(series.factors().get(k + 1).outside());
    }
    Subspace left =
        stream()
            .declareOneHot(
                "element " + label(k),
                occurring.stream().map(CascadeWords::of).toList(),
                Phrase.of(
                    "what the permutation leaves in the normal subgroup of index {prime}",
                    "prime",
                    prime));
    SublayerInput input = layer.feedForward();
    layer.feedForwardNote("element " + label(k), "t^s g t^(-s') for the sums s and s' around g");
    for (int[] entry : entries) {
      int unit = Gate.open(layer, List.of(sum(input, k, entry[0]), flag(input, entry[1])));
      layer.write(unit, 1, left, entry[2]);
    }
    elements = List.copyOf(occurring);
    element = left;
  }

  /** A product of permutations before a position, and the flags that say that it is this one. */
  record Case(Permutation product, List<LinearForm> conditions) {}

  /**
   * All the products there may be.
   *
   * @param fresh whether the last remainders were found by the heads of this very layer, so that
   *     its hidden units have to take the own exponent off themselves
   */
  List<Case> cases(SublayerInput input, boolean fresh) {
    List<Case> cases = new ArrayList<>();
    int last = factors() - 1;
    for (List<Integer> choice : series.powers()) {
      List<LinearForm> conditions = new ArrayList<>();
      for (int k = 0; k < (fresh ? last : factors()); k++) {
        conditions.add(input.readOneHot(powers.get(k)).at(choice.get(k)));
      }
      if (!fresh) {
        cases.add(new Case(product(choice), conditions));
        continue;
      }
      int prime = series.factors().get(last).prime();
      ownExponents(input, last)
          .forEach(
              (e, flag) -> {
                List<LinearForm> more = new ArrayList<>(conditions);
                more.add(sum(input, last, (choice.get(last) + e) % prime));
                more.add(flag);
                cases.add(new Case(product(choice), more));
              });
    }
    return cases;
  }

  /** All the products there may be where the own letter permutes nothing. */
  List<Case> casesOfOthers(SublayerInput input) {
    List<Case> cases = new ArrayList<>();
    for (List<Integer> choice : series.powers()) {
      List<LinearForm> conditions = new ArrayList<>();
      for (int k = 0; k < factors(); k++) {
        conditions.add(sum(input, k, choice.get(k)));
      }
      cases.add(new Case(product(choice), conditions));
    }
    return cases;
  }

  private Permutation product(List<Integer> choice) {
    return series.product(choice, series.factors().get(0).outside().images().size());
  }
}
