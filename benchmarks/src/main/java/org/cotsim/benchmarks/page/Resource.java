package org.cotsim.benchmarks.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The styles, scripts and templates beside this package. */
final class Resource {

  private Resource() {}

  /** One file. */
  static String text(String name) {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Several files, one after the other. */
  static String all(String folder, List<String> names) {
    return names.stream().map(name -> text(folder + "/" + name)).collect(Collectors.joining("\n"));
  }
}
