package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.execute.reference.ObservedExecutor;
import org.cotsim.simulator.execute.reference.Observer;
import org.cotsim.simulator.model.Arithmetic;

/** What the blanks of each block say after a loop, seen by looking on. */
final class Blocks implements Observer {

  private final int sublayers; // that have added when the loop ends
  private final List<double[]> streams = new ArrayList<>(); // [position][width]
  private int added;

  private Blocks(int loop) {
    this.sublayers = 2 * (1 + 2 * loop);
  }

  /** The flags [block][from][to] after the loop of a number; 0 is before the first. */
  static List<boolean[][]> after(
      PaddedReachability construction,
      ConstructedDecoder<ConnectivityInstance> decoder,
      ConnectivityInstance instance,
      int loop) {
    Blocks seen = new Blocks(loop);
    new Decoder(decoder.model(), new ObservedExecutor(Arithmetic.BINARY64, seen))
        .decode(decoder.prompt(instance), 0);
    int begin = PaddedTokens.FIRST_SLOT + instance.edges().size();
    int vertices = construction.tokens().vertices();
    List<boolean[][]> blocks = new ArrayList<>();
    for (int b = 0; b <= construction.loops(); b++) {
      blocks.add(new boolean[vertices][vertices]);
    }
    if (construction instanceof PaddingConstruction) {
      seen.pairs(begin, subspaceOf(decoder, "path"), blocks, vertices);
    } else {
      seen.rows(begin, subspaceOf(decoder, "row"), blocks, vertices);
    }
    return blocks;
  }

  private static Subspace subspaceOf(ConstructedDecoder<?> decoder, String name) {
    return PaddedReachabilityTest.subspace(decoder, name);
  }

  private void pairs(int begin, Subspace path, List<boolean[][]> blocks, int vertices) {
    PaddingLayout layout = new PaddingLayout(vertices, blocks.size() - 1);
    for (int blank = 0; blank < layout.size(); blank++) {
      PaddingLayout.Place place = layout.place(blank).orElseThrow();
      if (!place.triple()) {
        blocks.get(place.block())[place.from()][place.to()] =
            streams.get(begin + blank)[path.index(0)] > 0;
      }
    }
  }

  private void rows(int begin, Subspace row, List<boolean[][]> blocks, int vertices) {
    for (int b = 0; b < blocks.size(); b++) {
      for (int u = 0; u < vertices; u++) {
        for (int w = 0; w < vertices; w++) {
          blocks.get(b)[u][w] = streams.get(begin + b * vertices + u)[row.index(w)] > 0;
        }
      }
    }
  }

  @Override
  public void embedded(int token, double[] stream) {
    added = 0;
  }

  @Override
  public void attended(int layer, int head, double[] weights, int visible, double total) {}

  @Override
  public void added(double[] stream) {
    added++;
    if (added == sublayers) {
      streams.add(stream.clone());
    }
  }
}
