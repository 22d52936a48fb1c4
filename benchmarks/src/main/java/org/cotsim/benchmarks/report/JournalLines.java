package org.cotsim.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.cotsim.benchmarks.experiment.sweep.MeasuredCell;
import org.cotsim.benchmarks.experiment.sweep.SweepHeader;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;

/**
 * The lines of a journal, exact to the last bit.
 *
 * @param folder of the sweep
 */
record JournalLines(Path folder) {

  private static final JsonSerializer<Double> EXACT = (x, type, context) -> exactly(x);

  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeSpecialFloatingPointValues()
          .registerTypeAdapter(Double.class, EXACT)
          .registerTypeAdapter(double.class, EXACT)
          .create();

  static String of(SweepHeader header) {
    return GSON.toJson(header);
  }

  static String of(MeasuredCell cell) {
    return GSON.toJson(cell);
  }

  SweepHeader header(String line) throws IOException {
    if (!read(line, Map.class, 1).containsKey("planned")) {
      throw new IOException(
          folder.resolve(SweepJournal.FILE)
              + ":1: a sweep of an older version; --overwrite starts again");
    }
    return read(line, SweepHeader.class, 1);
  }

  /** The cell of a line, by its number from 1. */
  MeasuredCell cell(String line, int number) throws IOException {
    MeasuredCell cell = read(line, MeasuredCell.class, number);
    boolean whole = cell.rows().stream().allMatch(JournalLines::isWhole);
    if (!whole || (cell.rows().isEmpty() && cell.reasons().isEmpty())) {
      throw broken(number);
    }
    return cell;
  }

  private static boolean isWhole(SweepRow row) {
    return row.problem() != null && row.by() != null && row.currency() != null;
  }

  private <T> T read(String line, Class<T> type, int number) throws IOException {
    try {
      return Objects.requireNonNull(GSON.fromJson(line, type));
    } catch (RuntimeException e) { // whatever a line may do to a parser
      throw broken(number);
    }
  }

  IOException broken(int number) {
    return new IOException(
        folder.resolve(SweepJournal.FILE)
            + ":"
            + number
            + ": found what no sweep wrote, expected a finished cell; --overwrite starts again");
  }

  private static JsonPrimitive exactly(double x) {
    return Double.isFinite(x) ? new JsonPrimitive(new BigDecimal(x)) : new JsonPrimitive(x);
  }
}
