package org.cotsim.languages.automaton.algebra;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The usual names of small groups, and of symmetric and alternating ones. */
final class GroupNames {

  private static final int LISTED = 720;

  private GroupNames() {}

  static String of(PermutationGroup group) {
    if (group.isTrivial()) {
      return "trivial";
    }
    if (Giants.isGiant(group)) {
      boolean even = group.generators().stream().allMatch(GroupNames::isEven);
      return (even ? "A" : "S") + group.degree();
    }
    Optional<BigInteger> order = group.order();
    if (order.isEmpty()) {
      return "a group of degree " + group.degree();
    }
    return natural(group, order.get())
        .or(() -> group.isAbelian() ? Optional.of(abelian(group, order.get())) : Optional.empty())
        .or(() -> group.elements(LISTED).flatMap(GroupNames::small))
        .orElse("a group of order " + order.get());
  }

  /** Symmetric and alternating groups by the number of points that are moved. */
  private static Optional<String> natural(PermutationGroup group, BigInteger order) {
    int moved = group.orbits().stream().mapToInt(List::size).sum();
    BigInteger factorial = BigInteger.ONE;
    for (int i = 2; i <= moved; i++) {
      factorial = factorial.multiply(BigInteger.valueOf(i));
    }
    if (moved >= 3 && order.equals(factorial)) {
      return Optional.of("S" + moved);
    }
    return moved >= 4 && order.multiply(BigInteger.TWO).equals(factorial)
        ? Optional.of("A" + moved)
        : Optional.empty();
  }

  private static String abelian(PermutationGroup group, BigInteger order) {
    boolean cyclic =
        group.generators().size() == 1
            || group.elements(LISTED).map(GroupNames::isCyclic).orElse(false);
    return cyclic ? "Z" + order : "an abelian group of order " + order;
  }

  private static boolean isCyclic(List<int[]> elements) {
    return elements.stream().anyMatch(x -> order(x) == elements.size());
  }

  private static Optional<String> small(List<int[]> elements) {
    int order = elements.size();
    long involutions = elements.stream().filter(x -> order(x) == 2).count();
    long center =
        elements.stream().filter(x -> elements.stream().allMatch(y -> commute(x, y))).count();
    return switch (order) {
      case 6 -> Optional.of("S3");
      case 8 -> Optional.of(involutions == 5 ? "D4" : "Q8");
      case 12 -> center == 1 ? Optional.of("A4") : Optional.empty();
      case 24 -> center == 1 ? Optional.of("S4") : Optional.empty();
      case 60 -> center == 1 && involutions == 15 ? nonSolvable(elements, "A5") : Optional.empty();
      case 120 -> center == 1 && involutions == 25 ? nonSolvable(elements, "S5") : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The name if there are six subgroups of five elements, which no solvable group of it has. */
  private static Optional<String> nonSolvable(List<int[]> elements, String name) {
    return elements.stream().filter(x -> order(x) == 5).count() == 24
        ? Optional.of(name)
        : Optional.empty();
  }

  private static boolean commute(int[] x, int[] y) {
    return Arrays.equals(Maps.then(x, y), Maps.then(y, x));
  }

  private static int order(int[] x) {
    int order = 1;
    int[] identity = Maps.identity(x.length);
    for (int[] y = x; !Arrays.equals(y, identity); y = Maps.then(y, x)) {
      order++;
    }
    return order;
  }

  private static boolean isEven(int[] permutation) {
    boolean[] seen = new boolean[permutation.length];
    int cycles = 0;
    for (int start = 0; start < permutation.length; start++) {
      cycles += seen[start] ? 0 : 1;
      for (int i = start; !seen[i]; i = permutation[i]) {
        seen[i] = true;
      }
    }
    return (permutation.length - cycles) % 2 == 0;
  }
}
