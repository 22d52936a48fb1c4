package org.cotsim.languages.automaton.algebra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotsim.languages.automaton.algebra.StabilizerChain.TooLargeException;

/**
 * A solvable group taken apart into cyclic factors of prime order: each group of the series has the
 * next as a normal subgroup of prime index, and the last has the identity only.
 *
 * @param factors from the whole group down; none for the trivial group
 */
public record CompositionSeries(List<Factor> factors) {

  /** The most elements of a group that is taken apart. */
  public static final int MOST_ELEMENTS = 1_000;

  public CompositionSeries {
    factors = List.copyOf(factors);
  }

  /**
   * One step of the series, from a group to its normal subgroup.
   *
   * @param prime the index of the subgroup
   * @param outside an element whose powers meet every coset of the subgroup
   * @param subgroup its elements
   */
  public record Factor(int prime, Permutation outside, Set<Permutation> subgroup) {

    public Factor {
      subgroup = Set.copyOf(subgroup);
    }

    /** The r for which an element of the group lies in the subgroup times {@code outside^r}. */
    public int exponent(Permutation element) {
      Permutation rest = element;
      Permutation back = outside.inverse();
      for (int r = 0; r < prime; r++) {
        if (subgroup.contains(rest)) {
          return r;
        }
        rest = rest.then(back);
      }
      throw new IllegalArgumentException("not an element of the group: " + element);
    }
  }

  /**
   * The series of a group; empty if it is not solvable or has more than {@value #MOST_ELEMENTS}
   * elements.
   */
  static Optional<CompositionSeries> of(PermutationGroup whole) {
    Optional<Set<Permutation>> elements = elements(whole);
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    List<Factor> factors = new ArrayList<>();
    PermutationGroup group = whole;
    Set<Permutation> members = elements.get();
    while (members.size() > 1) {
      PermutationGroup normal;
      try {
        normal = group.derived();
      } catch (TooLargeException e) {
        return Optional.empty();
      }
      Set<Permutation> inside = elements(normal).orElseThrow();
      if (inside.size() == members.size()) {
        return Optional.empty();
      }
      for (Permutation x : members) { // the quotient is abelian: what lies between is normal
        if (!inside.contains(x)) {
          PermutationGroup larger = with(normal, x);
          Set<Permutation> candidate = elements(larger).orElseThrow();
          if (candidate.size() < members.size()) {
            normal = larger;
            inside = candidate;
          }
        }
      }
      Set<Permutation> subgroup = inside;
      Permutation outside =
          members.stream().filter(x -> !subgroup.contains(x)).findFirst().orElseThrow();
      factors.add(new Factor(members.size() / inside.size(), outside, inside));
      group = normal;
      members = inside;
    }
    return Optional.of(new CompositionSeries(factors));
  }

  private static PermutationGroup with(PermutationGroup group, Permutation element) {
    Collection<int[]> generators = new ArrayList<>(group.generators());
    generators.add(element.toMap());
    return PermutationGroup.of(group.degree(), generators);
  }

  private static Optional<Set<Permutation>> elements(PermutationGroup group) {
    return group
        .elements(MOST_ELEMENTS)
        .map(
            maps -> {
              Set<Permutation> all = new LinkedHashSet<>();
              maps.forEach(map -> all.add(Permutation.of(map)));
              return all;
            });
  }

  /** The product {@code t_r^(s_r) ... t_1^(s_1)} of powers, one of each factor from the first. */
  public Permutation product(List<Integer> powers, int degree) {
    Permutation product = Permutation.identity(degree);
    for (int k = factors.size() - 1; k >= 0; k--) {
      product = product.then(factors.get(k).outside().power(powers.get(k)));
    }
    return product;
  }

  /** All choices of one power of each factor. */
  public List<List<Integer>> powers() {
    List<List<Integer>> all = List.of(List.of());
    for (Factor factor : factors) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> some : all) {
        for (int s = 0; s < factor.prime(); s++) {
          List<Integer> more = new ArrayList<>(some);
          more.add(s);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }
}
