package org.cotsim.languages.automaton.algebra;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.automatalib.automaton.fsa.impl.CompactDFA;

/**
 * What the algebra of a minimal automaton says of its language.
 *
 * @param languageClass the smallest class that it is known to belong to
 * @param monoid the number of elements of the syntactic monoid; empty beyond a limit
 * @param imageSets the number of sets of states that words lead to
 * @param complete whether these are all of them; if not, groups may be missing
 * @param groups the different groups that are not trivial, those that are not solvable first
 * @param constantDepth whether it lies in AC0, gates of unbounded fan-in at constant depth; empty
 *     where that was not looked at
 */
public record LanguageAlgebra(
    LanguageClass languageClass,
    Optional<Integer> monoid,
    int imageSets,
    boolean complete,
    List<Group> groups,
    Optional<Boolean> constantDepth) {

  /** How many sets of states are looked at. */
  public static final int MOST_SETS = 20_000;

  private static final long MOST_WORK = 6_000_000;

  public LanguageAlgebra {
    groups = List.copyOf(groups);
  }

  /**
   * A group that words generate on some set of states.
   *
   * @param name the usual one, or its order
   * @param order the number of elements; empty if it is too large to tell
   * @param solvable empty if it is too large to tell
   * @param degree the size of the set of states
   */
  public record Group(
      String name, Optional<BigInteger> order, Optional<Boolean> solvable, int degree) {

    private static Group of(PermutationGroup group) {
      return new Group(group.name(), group.order(), group.isSolvable(), group.degree());
    }

    private boolean isNotSolvable() {
      return solvable.isPresent() && !solvable.get();
    }
  }

  /**
   * The algebra of a minimal complete automaton.
   *
   * <p>Cost: image sets times states times letters, with a limit that keeps it within about a
   * second; beyond it, a group that is not solvable is still looked for among those of short words.
   */
  public static LanguageAlgebra of(CompactDFA<String> dfa) {
    int[][] next = table(dfa);
    ImageSets sets = new ImageSets(next, false, MOST_SETS, MOST_WORK);
    List<Group> groups = groups(next, sets);
    LanguageClass languageClass =
        PartialOrder.of(next).isPresent()
            ? LanguageClass.R_TRIVIAL
            : languageClass(groups, sets.isComplete());
    TransitionMonoid monoid = new TransitionMonoid(next);
    return new LanguageAlgebra(
        languageClass,
        monoid.size(),
        sets.size(),
        sets.isComplete(),
        groups,
        groups.isEmpty() && sets.isComplete() ? Optional.of(true) : monoid.isQuasiAperiodic());
  }

  /** The states after each state and letter. */
  public static int[][] table(CompactDFA<String> dfa) {
    int[][] next = new int[dfa.size()][dfa.getInputAlphabet().size()];
    for (int q = 0; q < next.length; q++) {
      for (int a = 0; a < next[q].length; a++) {
        next[q][a] = dfa.getSuccessor(q, a);
      }
    }
    return next;
  }

  private static List<Group> groups(int[][] next, ImageSets sets) {
    Map<String, Group> different = new LinkedHashMap<>();
    List<ImageClass> bySize = new ArrayList<>(sets.classes());
    bySize.sort(Comparator.comparingInt(ImageClass::rank));
    for (ImageClass one : bySize) {
      PermutationGroup group = one.group();
      if (!group.isTrivial()) {
        different.putIfAbsent(group.name(), Group.of(group));
      }
    }
    if (!sets.isComplete() && different.values().stream().noneMatch(Group::isNotSolvable)) {
      GroupSearch.nonSolvable(next)
          .ifPresent(group -> different.put(group.name(), Group.of(group)));
    }
    return different.values().stream()
        .sorted(
            Comparator.comparing((Group group) -> !group.isNotSolvable())
                .thenComparing(group -> group.order().orElse(BigInteger.ZERO)))
        .toList();
  }

  private static LanguageClass languageClass(List<Group> groups, boolean complete) {
    if (groups.stream().anyMatch(Group::isNotSolvable)) {
      return LanguageClass.NON_SOLVABLE;
    }
    if (!complete || groups.stream().anyMatch(group -> group.solvable().isEmpty())) {
      return LanguageClass.UNKNOWN;
    }
    return groups.isEmpty() ? LanguageClass.STAR_FREE : LanguageClass.SOLVABLE;
  }
}
