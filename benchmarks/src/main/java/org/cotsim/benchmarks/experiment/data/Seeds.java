package org.cotsim.benchmarks.experiment.data;

/** Numbers that depend on texts and seeds and on nothing else, the same on every machine. */
final class Seeds {

  private Seeds() {}

  /** FNV-1a over the characters, 64 bits. */
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** Two numbers as one, by the finaliser of SplitMix64. */
  static long mix(long seed, long value) {
    long mixed = seed * 0x9E3779B97F4A7C15L + value;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
