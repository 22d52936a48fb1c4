package org.cotsim.languages.automaton.algebra;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;

/**
 * The sets of states {@code {q w : q}} that words w lead to, how letters act on them, and the group
 * of permutations of each.
 *
 * <p>Two sets belong to one class if words lead from each to the other. The words that lead a set
 * to itself permute it; the language is star-free just if all these groups are trivial, and has
 * solvable groups only just if all of these are solvable. Source: Eilenberg 1976, volume B. Cost:
 * sets times letters times states; stopped at a limit of both, smallest sets first, and then the
 * groups found are subgroups of the right ones.
 */
public final class ImageSets {

  private final int[][] next; // [states][letters]
  private final int letters;
  private final List<BitSet> sets = new ArrayList<>();
  private final Map<BitSet, Integer> numbers = new HashMap<>();
  private final List<int[]> successors = new ArrayList<>(); // null where not looked at
  private final boolean complete;
  private final List<ImageClass> classes = new ArrayList<>();
  private final int[] classOf;

  /**
   * Walks the sets.
   *
   * @param next the states after each state and letter
   * @param singletons whether the sets of one state are walked too, as if words led to them
   * @param mostSets stopped beyond so many
   * @param mostWork stopped beyond so many images of a state computed
   */
  ImageSets(int[][] next, boolean singletons, int mostSets, long mostWork) {
    this.next = next;
    this.letters = next[0].length;
    PriorityQueue<Integer> todo =
        new PriorityQueue<>(
            Comparator.comparingInt((Integer set) -> sets.get(set).cardinality())
                .thenComparingInt(set -> set));
    BitSet all = new BitSet();
    all.set(0, next.length);
    add(all, todo);
    for (int q = 0; singletons && q < next.length; q++) {
      add(single(q), todo);
    }
    long work = 0;
    while (!todo.isEmpty() && sets.size() <= mostSets && work <= mostWork) {
      int set = todo.poll();
      work += (long) letters * sets.get(set).cardinality();
      int[] images = new int[letters];
      for (int a = 0; a < letters; a++) {
        images[a] = add(image(sets.get(set), a), todo);
      }
      successors.set(set, images);
    }
    this.complete = todo.isEmpty();
    this.classOf = new int[sets.size()];
    findClasses();
  }

  private static BitSet single(int state) {
    BitSet set = new BitSet();
    set.set(state);
    return set;
  }

  private int add(BitSet set, PriorityQueue<Integer> todo) {
    Integer known = numbers.get(set);
    if (known != null) {
      return known;
    }
    int number = sets.size();
    numbers.put(set, number);
    sets.add(set);
    successors.add(new int[0]);
    todo.add(number);
    return number;
  }

  private BitSet image(BitSet set, int letter) {
    BitSet image = new BitSet(next.length);
    for (int q = set.nextSetBit(0); q >= 0; q = set.nextSetBit(q + 1)) {
      image.set(next[q][letter]);
    }
    return image;
  }

  private void findClasses() {
    Graph<Integer, DefaultEdge> graph = new DirectedPseudograph<>(null, DefaultEdge::new, false);
    for (int set = 0; set < sets.size(); set++) {
      graph.addVertex(set);
    }
    for (int set = 0; set < sets.size(); set++) {
      for (int image : successors.get(set)) {
        graph.addEdge(set, image);
      }
    }
    new KosarajuStrongConnectivityInspector<>(graph)
        .stronglyConnectedSets()
        .forEach(
            members -> {
              int[] sorted = members.stream().mapToInt(set -> set).sorted().toArray();
              for (int set : sorted) {
                classOf[set] = classes.size();
              }
              classes.add(new ImageClass(this, classes.size(), sorted));
            });
  }

  /** Whether all the sets were found. */
  public boolean isComplete() {
    return complete;
  }

  /** The number of sets found. */
  public int size() {
    return sets.size();
  }

  /** A set by its number; 0 is the set of all states. Not to be changed. */
  public BitSet set(int number) {
    return sets.get(number);
  }

  /** The number of a set, which must be there. */
  int number(BitSet set) {
    return numbers.get(set);
  }

  int letters() {
    return letters;
  }

  /** Whether the images of a set were computed. */
  boolean isExplored(int set) {
    return successors.get(set).length > 0;
  }

  /** The set after a letter. */
  public int after(int set, int letter) {
    return successors.get(set)[letter];
  }

  /** The state after a state and a letter. */
  int next(int state, int letter) {
    return next[state][letter];
  }

  /** The classes. */
  List<ImageClass> classes() {
    return classes;
  }

  /** The number of the class of a set. */
  int classOf(int set) {
    return classOf[set];
  }
}
