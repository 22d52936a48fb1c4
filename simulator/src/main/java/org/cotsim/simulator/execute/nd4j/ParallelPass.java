package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * The choices after every position of known sequences.
 *
 * <p>Sequences are sorted by length and padded at the end within a batch; no position sees what
 * comes after it, so padding changes nothing before it, and what it yields is dropped.
 */
record ParallelPass(Transformer model, Arithmetic arithmetic, TokenSet allowed) {

  int[][] choices(int[][] sequences) {
    int[][] choices = new int[sequences.length][];
    for (int b = 0; b < sequences.length; b++) {
      Choices.requireTokens(model, sequences[b], sequences[b].length);
      choices[b] = new int[sequences[b].length];
    }
    List<Integer> order =
        IntStream.range(0, sequences.length)
            .filter(b -> sequences[b].length > 0)
            .boxed()
            .sorted(Comparator.comparing(b -> -sequences[b].length))
            .toList();
    Footprint footprint = Footprint.of(model, arithmetic);
    List<Runnable> tasks = new ArrayList<>();
    for (int from = 0; from < order.size(); ) {
      int longest = sequences[order.get(from)].length;
      footprint.requireCountable(longest);
      int size = footprint.slice(order.size(), longest);
      List<Integer> batch = order.subList(from, Math.min(order.size(), from + size));
      tasks.add(() -> run(batch, sequences, choices, longest));
      from += batch.size();
    }
    Workers.run(tasks);
    return choices;
  }

  private void run(List<Integer> batch, int[][] sequences, int[][] choices, int longest) {
    int[][] padded = new int[batch.size()][];
    Arrays.setAll(padded, i -> Arrays.copyOf(sequences[batch.get(i)], longest));
    try (Workspace workspace = new Workspace(Backend.type(arithmetic));
        Slice session =
            new Slice(model, arithmetic, padded.length, workspace, OperationTimes.NONE)) {
      for (int from = 0; from < longest; ) {
        int positions = session.append(padded, from, longest);
        int[] block = new int[padded.length * positions];
        session.chooseAll(allowed, block);
        for (int i = 0; i < padded.length; i++) {
          int[] target = choices[batch.get(i)];
          int kept = Math.max(0, Math.min(positions, target.length - from));
          System.arraycopy(block, i * positions, target, Math.min(from, target.length), kept);
        }
        from += positions;
      }
    }
  }
}
