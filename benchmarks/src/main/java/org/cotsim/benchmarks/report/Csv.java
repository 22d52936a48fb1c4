package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables as comma-separated values, quoted as RFC 4180 says; lines end in a single newline.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class Csv {

  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private Csv() {}

  /** The whole file, the header first. */
  static String of(List<String> header, List<? extends Iterable<?>> rows) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader(header.toArray(String[]::new))
            .get();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (Iterable<?> row : rows) {
        printer.printRecord(safe(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return text.toString();
  }

  /** One line. */
  static String line(Iterable<?> row) {
    return CSVFormat.RFC4180.format(safe(row).toArray()) + "\n";
  }

  private static List<Object> safe(Iterable<?> row) {
    List<Object> cells = new ArrayList<>();
    row.forEach(cell -> cells.add(cell instanceof String text ? safe(text) : cell));
    return cells;
  }

  private static String safe(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
