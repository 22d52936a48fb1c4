package org.cotsim.benchmarks.experiment.data;

import java.util.List;
import java.util.Map;

/**
 * What was written of one problem at one length.
 *
 * @param problem the name
 * @param n the length asked
 * @param examples in each part
 * @param positives the inputs that the oracle accepts, among {@code inputs}
 * @param inputs drawn
 * @param corrupted the examples whose chain goes wrong
 * @param checked the inputs whose chain and answer the decoder was seen to give as well
 * @param notes what somebody who uses the data should know, one sentence each
 */
public record DataCell(
    String problem,
    int n,
    Map<Split, Long> examples,
    long positives,
    long inputs,
    long corrupted,
    long checked,
    List<String> notes) {

  public DataCell {
    examples = Map.copyOf(examples);
    notes = List.copyOf(notes);
  }

  /** The examples of all parts. */
  public long total() {
    return examples.values().stream().mapToLong(Long::longValue).sum();
  }
}
