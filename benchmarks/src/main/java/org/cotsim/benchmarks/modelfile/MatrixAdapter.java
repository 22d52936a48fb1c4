package org.cotsim.benchmarks.modelfile;

import com.google.gson.FormattingStyle;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.cotsim.simulator.model.Matrix;

/**
 * A matrix as {@code {"rows": 2, "columns": 3, "entries": [[0, 2, 0.5]]}}: row, column and value of
 * every entry that is not zero, in this order of keys.
 */
final class MatrixAdapter extends TypeAdapter<Matrix> {

  @Override
  public void write(JsonWriter out, Matrix matrix) throws IOException {
    out.beginObject();
    out.name("rows").value(matrix.rows());
    out.name("columns").value(matrix.columns());
    FormattingStyle style = out.getFormattingStyle();
    out.name("entries").beginArray();
    out.setFormattingStyle(FormattingStyle.COMPACT); // one line, however many there are
    for (int row = 0; row < matrix.rows(); row++) {
      for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
        out.beginArray().value(row).value(matrix.column(e)).value(matrix.value(e)).endArray();
      }
    }
    out.endArray();
    out.setFormattingStyle(style);
    out.endObject();
  }

  @Override
  public Matrix read(JsonReader in) throws IOException {
    in.beginObject();
    int rows = size(in, "rows");
    int columns = size(in, "columns");
    Matrix.Builder builder = Matrix.builder(rows, columns);
    requireName(in, "entries");
    in.beginArray();
    while (in.hasNext()) {
      in.beginArray();
      int row = in.nextInt();
      int column = in.nextInt();
      if (row < 0 || row >= rows || column < 0 || column >= columns) {
        throw new JsonParseException(
            "the entry (%d, %d) is outside a matrix of %d rows and %d columns"
                .formatted(row, column, rows, columns));
      }
      builder.add(row, column, in.nextDouble());
      in.endArray();
    }
    in.endArray();
    in.endObject();
    return builder.build();
  }

  private static int size(JsonReader in, String name) throws IOException {
    requireName(in, name);
    int size = in.nextInt();
    if (size < 0) {
      throw new JsonParseException("a matrix cannot have " + size + " " + name);
    }
    return size;
  }

  private static void requireName(JsonReader in, String name) throws IOException {
    if (!in.hasNext() || !in.nextName().equals(name)) {
      throw new JsonParseException(
          "a matrix has the keys rows, columns and entries in this order; expected " + name);
    }
  }
}
