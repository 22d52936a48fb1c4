package org.cotsim.benchmarks.experiment.data;

import java.util.List;

/**
 * A data set that was written.
 *
 * @param command the command that writes the same bytes again
 * @param version of this program
 * @param license of the data, by its name in dataset cards
 * @param form plain lines or conversations
 * @param ids whether tokens are numbers and not texts
 * @param seed of all choices
 * @param cells one for each problem and length
 * @param files that hold the examples
 * @param vocabularies the files that say what the tokens are
 */
public record DataSummary(
    String command,
    String version,
    String license,
    Form form,
    boolean ids,
    long seed,
    List<DataCell> cells,
    List<DataFile> files,
    List<String> vocabularies) {

  /** What a line looks like. */
  public enum Form {
    /** An object with input, chain and answer. */
    PLAIN,
    /** An object with a conversation in {@code messages}. */
    CHAT
  }

  /**
   * The file of a part.
   *
   * @param sha256 of its bytes, in hexadecimal digits
   */
  public record DataFile(Split split, String name, long examples, long bytes, String sha256) {}

  public DataSummary {
    cells = List.copyOf(cells);
    files = List.copyOf(files);
    vocabularies = List.copyOf(vocabularies);
  }

  /** The examples of all files. */
  public long examples() {
    return files.stream().mapToLong(DataFile::examples).sum();
  }

  /** The examples whose chain goes wrong. */
  public long corrupted() {
    return cells.stream().mapToLong(DataCell::corrupted).sum();
  }

  /** The notes of all cells. */
  public List<String> notes() {
    return cells.stream().flatMap(cell -> cell.notes().stream()).toList();
  }

  /** How many inputs the decoder decoded as well, in a sentence. */
  public String evidence() {
    long checked = cells.stream().mapToLong(DataCell::checked).sum();
    long inputs = cells.stream().mapToLong(DataCell::inputs).sum();
    return "the chains are the oracle's; the hand-built decoder was given %d of %d inputs and said the same"
        .formatted(checked, inputs);
  }
}
