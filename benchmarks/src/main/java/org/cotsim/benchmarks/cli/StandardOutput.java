package org.cotsim.benchmarks.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The standard output, which remembers what a {@link PrintWriter} swallows: that it was lost. */
final class StandardOutput extends FilterOutputStream {

  private Optional<IOException> failure = Optional.empty();

  StandardOutput(OutputStream out) {
    super(out);
  }

  PrintWriter writer() {
    return new PrintWriter(this, true, StandardCharsets.UTF_8);
  }

  /** Why not all that was written arrived. */
  Optional<IOException> failure() {
    return failure;
  }

  /** Whether what reads the output has seen enough, as {@code head} does. */
  boolean isReaderGone() {
    return failure
        .map(IOException::getMessage)
        .map(message -> message.toLowerCase(Locale.ROOT).contains("broken pipe"))
        .orElse(false);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = Optional.of(failure.orElse(e));
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      failure = Optional.of(failure.orElse(e));
      throw e;
    }
  }
}
