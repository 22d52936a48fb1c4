package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/**
 * The keys of a sequence by what the token decides of them: for each of {@link TokenKeys} a list of
 * entries with what else there is of a key, the value, which the token decides, and how many
 * positions have both.
 *
 * <p>Cost: O(entries of the same token key) time per position, 16 bytes per entry and 4 for each
 * token key that there can be.
 */
public final class TokenKeyIndex {

  private static final int NEXT = 0;
  private static final int COUNT = 1;
  private static final int VALUE = 2;
  private static final int REST = 3;
  private static final int WIDTH = 4;

  final TokenKeySpace space;
  final VectorBook rests; // what not the token alone decides of keys
  final boolean[] present; // [part]
  final double[][] radii; // [part][group of the rest], no vector is longer
  private final double[] rest; // of one key
  private final int[] firsts; // [keys], an entry, or 0; counts if keys decide their values
  private int[] entries = new int[4 * WIDTH]; // from 1 on, in the order of their first positions
  private int size;
  int latestRest; // of the entry that was added last
  int latestKey; // of the entry that was inserted last, -1 if it was not new
  long work; // entries and token keys looked at

  public TokenKeyIndex(TokenKeySpace space) {
    this.space = space;
    this.rest = new double[space.rest.length];
    this.rests = new VectorBook(rest.length);
    this.firsts = new int[space.keys.size()];
    this.present = new boolean[space.keys.parts()];
    this.radii = new double[present.length][space.groups.length];
  }

  /**
   * Adds a position.
   *
   * @param token one with the same token key
   * @param like one with the same value
   * @param key [moving]
   */
  public void insert(int token, int like, double[] key) {
    int number = space.keys.of(token);
    latestKey = -1;
    work++;
    if (space.valueOf != null) {
      if (firsts[number]++ == 0) {
        latestKey = number;
        present[space.keys.partOf(number)] = true;
      }
      return;
    }
    int value = space.valueOf(like);
    for (int r = 0; r < rest.length; r++) {
      rest[r] = key[space.rest[r]];
    }
    int other = rests.number(rest);
    for (int entry = firsts[number]; entry != 0; entry = entries[entry * WIDTH + NEXT]) {
      work++;
      int at = entry * WIDTH;
      if (entries[at + REST] == other && entries[at + VALUE] == value) {
        entries[at + COUNT]++;
        return;
      }
    }
    add(number, value, other);
    latestRest = other;
    latestKey = number;
    measure(space.keys.partOf(number));
  }

  private void add(int key, int value, int other) {
    size++;
    if ((size + 1) * WIDTH > entries.length) {
      entries = Arrays.copyOf(entries, (size + 4 + size / 4) * WIDTH);
    }
    int at = size * WIDTH;
    entries[at + NEXT] = firsts[key];
    entries[at + COUNT] = 1;
    entries[at + VALUE] = value;
    entries[at + REST] = other;
    firsts[key] = size;
  }

  private void measure(int part) {
    present[part] = true;
    for (int g = 0; g < space.groups.length; g++) {
      double square = 0;
      for (int r : space.groups[g]) {
        square += rest[r] * rest[r];
      }
      radii[part][g] = Math.max(radii[part][g], BoxTree.length(square));
    }
  }

  /** How many entries and token keys were looked at so far. */
  public long work() {
    return work;
  }

  /** The latest entry of a key, or 0. */
  int first(int key) {
    return space.valueOf == null ? firsts[key] : firsts[key] == 0 ? 0 : key + 1;
  }

  /** The entry of the same key before one, or 0. */
  int next(int entry) {
    return space.valueOf == null ? entries[entry * WIDTH + NEXT] : 0;
  }

  int count(int entry) {
    return space.valueOf == null ? entries[entry * WIDTH + COUNT] : firsts[entry - 1];
  }

  int value(int entry) {
    return space.valueOf == null
        ? entries[entry * WIDTH + VALUE]
        : space.valueOf[space.keys.partOf(entry - 1)];
  }

  int rest(int entry) {
    return space.valueOf == null ? entries[entry * WIDTH + REST] : 0;
  }

  /** What takes keys and the values of their positions. */
  public interface Visitor {
    /**
     * Takes a key.
     *
     * @param flags the class components
     * @param key the moving ones
     * @param value the number of the value
     */
    void visit(double[] flags, double[] key, int value, int count);
  }

  /** Visits all keys: where sums depend on the order, in that of their first positions. */
  public void forEach(Visitor visitor) {
    int[] keyOf = new int[1 + (space.valueOf == null ? size : firsts.length)]; // [entry], 1 + a key
    for (int number = 0; number < firsts.length; number++) {
      for (int entry = first(number); entry != 0; entry = next(entry)) {
        keyOf[entry] = number + 1;
      }
    }
    double[] own = new double[space.own.length];
    double[] key = new double[rest.length + own.length];
    for (int entry = 1; entry < keyOf.length; entry++) {
      if (keyOf[entry] != 0) {
        TokenKeys.Part part = space.keys.part(space.keys.partOf(keyOf[entry] - 1));
        part.fill(keyOf[entry] - 1, own);
        for (int c = 0; c < own.length; c++) {
          key[space.ownMoving[c]] = own[c];
        }
        for (int r = 0; r < rest.length; r++) {
          key[space.rest[r]] = rests.get(rest(entry), r);
        }
        visitor.visit(part.flags, key, value(entry), count(entry));
      }
    }
  }

  /** Bytes of the arrays. */
  public long bytes() {
    return 48 + 4L * (firsts.length + entries.length) + rests.bytes();
  }
}
