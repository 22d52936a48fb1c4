package org.cotsim.simulator.export;

import java.nio.ByteBuffer;
import org.cotsim.simulator.model.Arithmetic;

/** The type of a tensor's elements, by its number in ONNX. */
enum Element {
  FLOAT(1, Float.BYTES),
  INT64(7, Long.BYTES),
  DOUBLE(11, Double.BYTES);

  final int code;
  final int bytes;

  Element(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  static Element of(Arithmetic arithmetic) {
    return arithmetic.equals(Arithmetic.BINARY64) ? DOUBLE : FLOAT;
  }

  void put(ByteBuffer buffer, double value) {
    switch (this) {
      case FLOAT -> buffer.putFloat((float) value);
      case INT64 -> buffer.putLong((long) value);
      case DOUBLE -> buffer.putDouble(value);
    }
  }
}
