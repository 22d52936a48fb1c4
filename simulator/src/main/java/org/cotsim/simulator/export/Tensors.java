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
