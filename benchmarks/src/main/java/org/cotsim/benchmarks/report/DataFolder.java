package org.cotsim.benchmarks.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cotsim.benchmarks.experiment.data.DataSet;
import org.cotsim.benchmarks.experiment.data.DataSummary;
import org.cotsim.benchmarks.experiment.data.Example;
import org.cotsim.benchmarks.experiment.data.Split;

/**
 * Writes a data set as a folder that Hugging Face's {@code datasets} loads: a file of JSON lines
 * for each part, a card, and what the tokens are.
 *
 * <p>The folder appears whole or not at all. Memory: one line; hashes are taken while writing.
 */
public final class DataFolder implements DataSet.Sink, AutoCloseable {

  /** The card. */
  public static final String CARD = "README.md";

  /** The folder of the files that say what the tokens are. */
  public static final String VOCABULARY = "vocabulary";

  private static final int BUFFER = 1 << 16;

  private final AtomicFolder folder;
  private final DataSummary.Form form;
  private final boolean ids;
  private final Map<Split, Part> parts = new EnumMap<>(Split.class);
  private final Set<String> vocabularies = new TreeSet<>();
  private final StringBuilder line = new StringBuilder();
  private DataLine lines;

  private DataFolder(AtomicFolder folder, DataSummary.Form form, boolean ids) {
    this.folder = folder;
    this.form = form;
    this.ids = ids;
  }

  /**
   * Begins a folder.
   *
   * @throws IOException with a sentence for the user, also if there are files to be kept
   */
  public static DataFolder begin(Path folder, boolean overwrite, DataSummary.Form form, boolean ids)
      throws IOException {
    Set<String> own = new TreeSet<>(Set.of(CARD, VOCABULARY));
    for (Split split : Split.values()) {
      own.add(name(split));
    }
    return new DataFolder(AtomicFolder.begin(folder, overwrite, own), form, ids);
  }

  private static String name(Split split) {
    return split + ".jsonl";
  }

  @Override
  public void begin(Example.Source source) throws IOException {
    lines = new DataLine(source, form, ids);
    String name = AtomicFiles.nameFor(source.problem());
    String text = DataVocabulary.of(source);
    for (int i = 1; ; i++) {
      String file = VOCABULARY + "/" + name + DataVocabulary.suffix(source, i) + ".json";
      Path path = folder.path().resolve(file);
      if (!Files.exists(path)) {
        AtomicFiles.write(path, text);
        vocabularies.add(file);
      }
      if (Files.readString(path).equals(text)) {
        return;
      }
    }
  }

  @Override
  public void add(Example example) throws IOException {
    line.setLength(0);
    lines.append(line, example);
    Part part = parts.get(example.split());
    if (part == null) {
      part = new Part(folder.path().resolve(name(example.split())));
      parts.put(example.split(), part);
    }
    part.write(line.toString());
  }

  /** The files so far, whose writing ends. */
  public List<DataSummary.DataFile> files() throws IOException {
    List<DataSummary.DataFile> files = new ArrayList<>();
    for (Map.Entry<Split, Part> part : parts.entrySet()) {
      files.add(part.getValue().end(part.getKey()));
    }
    return files;
  }

  /** The files that say what the tokens are. */
  public List<String> vocabularies() {
    return List.copyOf(vocabularies);
  }

  /** Writes the card and gives the folder its name. */
  public void finish(DataSummary summary) throws IOException {
    AtomicFiles.write(folder.path().resolve(CARD), DataCard.of(summary));
    folder.appear();
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts.values()) {
      part.close();
    }
    folder.close();
  }

  /** A file that is written and hashed. */
  private static final class Part {
    private final MessageDigest digest = sha256();
    private final OutputStream out;
    private long examples;
    private long bytes;

    Part(Path file) throws IOException {
      this.out =
          new DigestOutputStream(
              new BufferedOutputStream(Files.newOutputStream(file), BUFFER), digest);
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    void write(String line) throws IOException {
      byte[] text = line.getBytes(StandardCharsets.UTF_8);
      out.write(text);
      bytes += text.length;
      examples++;
    }

    DataSummary.DataFile end(Split split) throws IOException {
      out.close();
      String hash = HexFormat.of().formatHex(digest.digest());
      return new DataSummary.DataFile(split, name(split), examples, bytes, hash);
    }

    void close() throws IOException {
      out.close();
    }
  }
}
