package org.cotsim.simulator.construct.logic;

import java.util.HashSet;
import java.util.Set;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.Wording;

/** Subspaces named after the formulas they belong to, cut where those are long. */
final class SubspaceNames {

  private static final int LONGEST = 40;

  private final ResidualStream stream;
  private final Set<String> used = new HashSet<>();

  SubspaceNames(ResidualStream stream) {
    this.stream = stream;
  }

  Subspace declare(String name, int width, String meaning, Wording wording) {
    return stream.declare(free(name), width, meaning, wording);
  }

  /** A name that no other subspace has, and that is now taken. */
  String free(String name) {
    String brief = brief(name);
    String free = brief;
    for (int n = 2; !used.add(free); n++) {
      free = brief + " (" + n + ")";
    }
    return free;
  }

  /** Two coordinates, no and yes, one of them 1. */
  Subspace declareTruth(String name, String meaning) {
    return declare(name, 2, meaning, Wording.oneHot(Wording.NO_YES));
  }

  /** The text, or its beginning. */
  String brief(Object text) {
    String whole = text.toString();
    return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - 3) + "...";
  }
}
