package org.cotsim.simulator.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.cotsim.simulator.model.Matrix;

/** Constants as the ONNX message {@code TensorProto}: dense, row by row, little endian. */
final class Tensors {

  private static final int DIMS = 1;
  private static final int DATA_TYPE = 2;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;

  private static final long LARGE = 1 << 20; // bytes
  private static final int MUCH = 4; // times smaller

  private Tensors() {}

  /** A number without dimensions. */
  static ProtoMessage scalar(String name, Element element, double value) {
    return header(name, element).bytes(RAW_DATA, element.bytes, out -> write(out, element, value));
  }

  /** [values.length] */
  static ProtoMessage vector(String name, Element element, double... values) {
    return header(name, element, values.length)
        .bytes(RAW_DATA, (long) values.length * element.bytes, out -> write(out, element, values));
  }

  /** [rows, columns] */
  static ProtoMessage matrix(String name, Element element, Matrix matrix) {
    long size = (long) matrix.rows() * matrix.columns() * element.bytes;
    return header(name, element, matrix.rows(), matrix.columns())
        .bytes(RAW_DATA, size, out -> write(out, element, matrix));
  }

  /** Whether a matrix is large and much smaller as a sparse one. */
  static boolean isSparse(Element element, Matrix matrix) {
    long dense = (long) matrix.rows() * matrix.columns() * element.bytes;
    long sparse = (long) matrix.nonZeros() * (element.bytes + 2L * Element.INT64.bytes);
    return dense > LARGE && sparse < dense / MUCH;
  }

  /** [non-zeros]: the numbers of a matrix that are not 0, row by row. */
  static ProtoMessage nonZeros(String name, Element element, Matrix matrix) {
    return header(name, element, matrix.nonZeros())
        .bytes(
            RAW_DATA,
            (long) matrix.nonZeros() * element.bytes,
            out -> writeValues(out, element, matrix));
  }

  /** [non-zeros, 2]: the row and the column of each. */
  static ProtoMessage places(String name, Matrix matrix) {
    return header(name, Element.INT64, matrix.nonZeros(), 2)
        .bytes(
            RAW_DATA,
            2L * matrix.nonZeros() * Element.INT64.bytes,
            out -> writePlaces(out, matrix));
  }

  private static void writeValues(OutputStream out, Element element, Matrix matrix)
      throws IOException {
    for (int e = 0; e < matrix.nonZeros(); e++) {
      write(out, element, matrix.value(e));
    }
  }

  private static void writePlaces(OutputStream out, Matrix matrix) throws IOException {
    for (int r = 0; r < matrix.rows(); r++) {
      for (int e = matrix.rowStart(r); e < matrix.rowStart(r + 1); e++) {
        write(out, Element.INT64, r, matrix.column(e));
      }
    }
  }

  private static ProtoMessage header(String name, Element element, int... shape) {
    ProtoMessage tensor = new ProtoMessage();
    for (int size : shape) {
      tensor.number(DIMS, size);
    }
    return tensor.number(DATA_TYPE, element.code).text(NAME, name);
  }

  private static void write(OutputStream out, Element element, Matrix matrix) throws IOException {
    double[] row = new double[matrix.columns()];
    for (int r = 0; r < matrix.rows(); r++) {
      Arrays.fill(row, 0);
      for (int e = matrix.rowStart(r); e < matrix.rowStart(r + 1); e++) {
        row[matrix.column(e)] = matrix.value(e);
      }
      write(out, element, row);
    }
  }

  private static void write(OutputStream out, Element element, double... values)
      throws IOException {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * element.bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      element.put(buffer, value);
    }
    out.write(buffer.array());
  }
}
