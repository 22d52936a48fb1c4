package org.cotsim.simulator.construct.regular;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.cotsim.languages.automaton.algebra.Permutation;
import org.cotsim.languages.automaton.algebra.TileEvent;
import org.cotsim.simulator.assemble.Phrase;

/** The parts of a cascade as a person reads them, shortened where they are long. */
final class CascadeWords {

  private static final int STATES = 6;
  private static final int POINTS = 12;

  private CascadeWords() {}

  /** A set of states. */
  static Phrase of(BitSet states, IntFunction<String> names) {
    String some = states.stream().limit(STATES).mapToObj(names).collect(Collectors.joining(" "));
    int more = states.cardinality() - STATES;
    return more > 0
        ? Phrase.of("{{some} and {more} more}", "some", some, "more", more)
        : Phrase.name("{" + some + "}");
  }

  static Phrase of(TileEvent event) {
    return event instanceof TileEvent.Reset reset
        ? Phrase.of("to tile {tile}", "tile", reset.tile())
        : Phrase.name(of(((TileEvent.Permute) event).permutation()));
  }

  /** A permutation by the images of 0, 1 and so on. */
  static String of(Permutation permutation) {
    List<Integer> images = permutation.images();
    String some =
        images.stream().limit(POINTS).map(String::valueOf).collect(Collectors.joining(" "));
    return "(" + some + (images.size() > POINTS ? " ..." : "") + ")";
  }
}
