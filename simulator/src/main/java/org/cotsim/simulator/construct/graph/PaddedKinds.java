package org.cotsim.simulator.construct.graph;

import java.util.List;
import java.util.Locale;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;

/** What each token of a padded prompt is, and the number 1. */
final class PaddedKinds {

  /** What a token is. */
  enum Kind {
    START,
    SOURCE,
    TARGET,
    EDGE,
    NONE,
    BLANK,
    THINK
  }

  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final int MOST_POSITIONS = 1 << 24; // a row of the position table each

  private final TransformerAssembler assembler;
  private final Subspace kind;
  private final Subspace one;

  PaddedKinds(TransformerAssembler assembler, PaddedTokens tokens) {
    this.assembler = assembler;
    List<Phrase> labels =
        KINDS.stream().map(is -> Phrase.of(is.name().toLowerCase(Locale.ROOT))).toList();
    kind = assembler.stream().declareOneHot("kind", labels, "one-hot of what the token is");
    one = assembler.stream().declare("one", 1, "the number 1");
    GraphTokens graph = tokens.graph();
    embed(GraphTokens.START, Kind.START);
    embed(GraphTokens.THINK, Kind.THINK);
    embed(PaddedTokens.BLANK, Kind.BLANK);
    embed(tokens.none(), Kind.NONE);
    for (int vertex = 0; vertex < tokens.vertices(); vertex++) {
      embed(graph.source(vertex), Kind.SOURCE);
      embed(graph.target(vertex), Kind.TARGET);
    }
    for (int pair = 0; pair < tokens.pairs().size(); pair++) {
      embed(graph.edge(pair), Kind.EDGE);
    }
  }

  private void embed(int token, Kind is) {
    assembler.embed(token, kind, KINDS.indexOf(is), 1);
    assembler.embed(token, one, 0, 1);
  }

  /** The number 1, for scores. */
  Subspace one() {
    return one;
  }

  /** 1 where the token is of this kind, else 0. */
  LinearForm any(SublayerInput input, Kind is) {
    return input.readOneHot(kind).at(KINDS.indexOf(is));
  }

  /** 0 at the start token, else 1. */
  LinearForm notStart(SublayerInput input) {
    return any(input, Kind.START).times(-1).plus(1);
  }

  /** Adds the head by which the think token copies from the one token of a kind. */
  void copyToThink(
      LayerAssembler layer, String name, Kind is, List<LinearForm> value, Subspace target) {
    SublayerInput input = layer.attention();
    LinearForm think = any(input, Kind.THINK);
    new UniformAverage(
            List.of(think, think.times(-1).plus(1)),
            List.of(any(input, is), any(input, Kind.START)))
        .addTo(
            layer,
            new Note(
                name,
                Phrase.of(
                    "the think token copies {vertex}", "vertex", is == Kind.SOURCE ? "s" : "t")),
            value,
            target,
            Mask.CAUSAL);
  }

  /** What prompts of so many blanks need, each of so many numbers in the position table. */
  static List<RangeClaim> ranges(Arithmetic arithmetic, Extent extent, long padding, int columns) {
    double sequence = extent.length() + padding + 2.0;
    return List.of(
        new RangeClaim("the number of blanks", padding, PaddedReachability.MOST_BLANKS),
        new RangeClaim("the number of positions", sequence, MOST_POSITIONS),
        RangeClaim.integers(arithmetic, "the number of tokens that share a weight", sequence),
        RangeClaim.table(sequence + (double) padding * columns));
  }
}
