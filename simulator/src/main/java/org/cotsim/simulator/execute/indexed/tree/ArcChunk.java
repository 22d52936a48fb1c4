package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/** Neighbours in an {@link ArcList}: keys, and what is kept for each of them, in arrays. */
final class ArcChunk {

  static final int ROOM = 128;

  double[] keys; // [room][2]
  byte[] values; // [room], numbers in a ValueBook; null while all are the same
  int[] counts; // [room], of positions; null while all are 1
  int[] variants; // [room], 1 + a list in ArcVariants, or 0; null while there are none
  byte value; // of all, while values is null
  int size;

  ArcChunk(int room) {
    keys = new double[2 * room];
  }

  double x(int slot) {
    return keys[2 * slot];
  }

  double y(int slot) {
    return keys[2 * slot + 1];
  }

  double angle(int slot) {
    return KeyOrder.angle(keys[2 * slot], keys[2 * slot + 1]);
  }

  byte value(int slot) {
    return values == null ? value : values[slot];
  }

  int count(int slot) {
    return counts == null ? 1 : counts[slot];
  }

  int variants(int slot) {
    return variants == null ? 0 : variants[slot];
  }

  private void makeRoom(byte number) {
    if (2 * size == keys.length) {
      resize(Math.min(ROOM, size + Math.max(4, size / 2)));
    }
    if (values == null && number != value && size > 0) {
      values = new byte[room()];
      Arrays.fill(values, 0, size, value);
    }
  }

  /** Adds a key with one position after all others. */
  void append(double x, double y, byte number) {
    makeRoom(number);
    keys[2 * size] = x;
    keys[2 * size + 1] = y;
    if (values == null) {
      value = number;
    } else {
      values[size] = number;
    }
    if (counts != null) {
      counts[size] = 1;
    }
    if (variants != null) {
      variants[size] = 0;
    }
    size++;
  }

  /** Inserts a key with one position before a slot. */
  void insert(int slot, double x, double y, byte number) {
    makeRoom(number);
    int tail = size - slot;
    System.arraycopy(keys, 2 * slot, keys, 2 * slot + 2, 2 * tail);
    keys[2 * slot] = x;
    keys[2 * slot + 1] = y;
    if (values == null) {
      value = number;
    } else {
      System.arraycopy(values, slot, values, slot + 1, tail);
      values[slot] = number;
    }
    if (counts != null) {
      System.arraycopy(counts, slot, counts, slot + 1, tail);
      counts[slot] = 1;
    }
    if (variants != null) {
      System.arraycopy(variants, slot, variants, slot + 1, tail);
      variants[slot] = 0;
    }
    size++;
  }

  void addCount(int slot) {
    if (counts == null) {
      counts = new int[room()];
      Arrays.fill(counts, 0, size, 1);
    }
    counts[slot]++;
  }

  void setVariants(int slot, int list) {
    if (variants == null) {
      variants = new int[room()];
    }
    variants[slot] = list;
  }

  /** Moves the keys from a slot on to a new chunk. */
  ArcChunk split(int from) {
    ArcChunk tail = new ArcChunk(0);
    tail.keys = Arrays.copyOfRange(keys, 2 * from, 2 * size);
    tail.values = values == null ? null : Arrays.copyOfRange(values, from, size);
    tail.counts = counts == null ? null : Arrays.copyOfRange(counts, from, size);
    tail.variants = variants == null ? null : Arrays.copyOfRange(variants, from, size);
    tail.value = value;
    tail.size = size - from;
    size = from;
    resize(Math.min(ROOM, size + size / 4));
    return tail;
  }

  private int room() {
    return keys.length / 2;
  }

  private void resize(int room) {
    keys = Arrays.copyOf(keys, 2 * room);
    values = values == null ? null : Arrays.copyOf(values, room);
    counts = counts == null ? null : Arrays.copyOf(counts, room);
    variants = variants == null ? null : Arrays.copyOf(variants, room);
  }

  /** Bytes of this object and its arrays. */
  long bytes() {
    int perKey =
        16 + (values == null ? 0 : 1) + (counts == null ? 0 : 4) + (variants == null ? 0 : 4);
    int arrays = (values == null ? 1 : 2) + (counts == null ? 0 : 1) + (variants == null ? 0 : 1);
    return 48 + 16L * arrays + (long) perKey * room();
  }
}
