package org.cotsim.benchmarks.modelfile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/**
 * The weights of a decoder as named dense tensors in the format safetensors: the length of a JSON
 * header, the header, and the numbers of all tensors row by row, little endian.
 *
 * <p>Linear maps have the shape [outputs, inputs], as PyTorch multiplies them. A layer that is
 * applied several times stands there once. Costs memory for one row at a time.
 */
final class Safetensors {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final int ALIGNMENT = 8; // bytes
  private static final long LARGEST = 1L << 33; // bytes of numbers

  private final boolean wide;
  private final Map<String, Rows> tensors = new LinkedHashMap<>();

  private record Rows(Matrix matrix, List<Integer> shape) {

    private long numbers() {
      return (long) matrix.rows() * matrix.columns();
    }
  }

  private record Header(String dtype, List<Integer> shape, List<Long> data_offsets) {}

  /** The tensors of a model, as numbers of 64 or 32 bits. */
  Safetensors(Transformer model, Arithmetic arithmetic) {
    if (!arithmetic.equals(Arithmetic.BINARY64) && !arithmetic.equals(Arithmetic.BINARY32)) {
      throw new IllegalArgumentException(
          "safetensors are written in binary64 or binary32, not in " + arithmetic);
    }
    this.wide = arithmetic.equals(Arithmetic.BINARY64);
    add("embedding.weight", model.embedding());
    if (model.positions() instanceof PositionEmbedding.Table table) {
      add("positions.weight", table.rows());
    }
    List<Layer> layers = model.distinctLayers();
    for (int l = 0; l < layers.size(); l++) {
      add("layers." + l + ".attention", layers.get(l).attention());
      add("layers." + l + ".feed_forward", layers.get(l).feedForward());
    }
    add("unembedding", model.output().map());
    model.feedback().ifPresent(fed -> add("feedback.weight", fed.map()));
  }

  private void add(String name, Attention attention) {
    add(name + ".norm", attention.norm());
    for (int h = 0; h < attention.heads().size(); h++) {
      Head head = attention.heads().get(h);
      String prefix = name + ".heads." + h;
      add(prefix + ".query", head.query());
      add(prefix + ".key", head.key());
      add(prefix + ".value", head.value());
      add(prefix + ".output.weight", head.output());
    }
  }

  private void add(String name, FeedForward sublayer) {
    add(name + ".norm", sublayer.norm());
    add(name + ".first", sublayer.first());
    add(name + ".second", sublayer.second());
  }

  private void add(String name, Norm norm) {
    for (int p = 0; p < norm.projections().size(); p++) {
      add(name + "." + p + ".weight", norm.projections().get(p));
    }
  }

  private void add(String name, Affine map) {
    add(name + ".weight", map.matrix());
    Matrix bias = Matrix.of(new double[][] {map.biases()});
    tensors.put(name + ".bias", new Rows(bias, List.of(bias.columns())));
  }

  private void add(String name, Matrix matrix) {
    tensors.put(name, new Rows(matrix, List.of(matrix.rows(), matrix.columns())));
  }

  private int bytes() {
    return wide ? Double.BYTES : Float.BYTES;
  }

  private void requireSize() {
    long size = tensors.values().stream().mapToLong(rows -> rows.numbers() * bytes()).sum();
    if (size > LARGEST) {
      throw new IllegalArgumentException(
          "the weights as dense tensors have "
              + (size >> 20)
              + " MiB, more than 8192; the format json keeps what is not zero");
    }
  }

  /**
   * Writes the file, with texts about it in its header.
   *
   * @throws IllegalArgumentException, before anything is written, if the numbers have more than 8
   *     GiB
   */
  void write(Map<String, String> metadata, OutputStream out) throws IOException {
    requireSize();
    byte[] header = header(metadata);
    int padding = (ALIGNMENT - header.length % ALIGNMENT) % ALIGNMENT;
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(header.length + padding).array());
    out.write(header);
    out.write(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
    for (Rows rows : tensors.values()) {
      write(rows.matrix(), out);
    }
  }

  private byte[] header(Map<String, String> metadata) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("__metadata__", metadata);
    long offset = 0;
    for (var tensor : tensors.entrySet()) {
      long end = offset + tensor.getValue().numbers() * bytes();
      header.put(
          tensor.getKey(),
          new Header(wide ? "F64" : "F32", tensor.getValue().shape(), List.of(offset, end)));
      offset = end;
    }
    return GSON.toJson(header).getBytes(StandardCharsets.UTF_8);
  }

  private void write(Matrix matrix, OutputStream out) throws IOException {
    ByteBuffer row = ByteBuffer.allocate(matrix.columns() * bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int r = 0; r < matrix.rows(); r++) {
      Arrays.fill(row.array(), (byte) 0);
      for (int e = matrix.rowStart(r); e < matrix.rowStart(r + 1); e++) {
        int at = matrix.column(e) * bytes();
        if (wide) {
          row.putDouble(at, matrix.value(e));
        } else {
          row.putFloat(at, (float) matrix.value(e));
        }
      }
      out.write(row.array());
    }
  }
}
