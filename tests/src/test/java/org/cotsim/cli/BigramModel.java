package org.cotsim.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.Descriptors.FieldDescriptor;
import org.nd4j.shade.protobuf.Message;

/**
 * The smallest decoder that an ONNX file can hold: the scores of the next token are a row of a
 * table, that of the last token.
 */
final class BigramModel {

  static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
  static final int FLOAT16 = TensorProto.DataType.FLOAT16_VALUE;
  static final int INT32 = TensorProto.DataType.INT32_VALUE;
  static final int INT64 = TensorProto.DataType.INT64_VALUE;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("bigram");

  /** A table of scores, as yet without inputs and outputs. */
  BigramModel(double[][] table) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * table.length * table[0].length)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double[] row : table) {
      for (double score : row) {
        bytes.putFloat((float) score);
      }
    }
    graph.addInitializer(
        typed(TensorProto.newBuilder(), "data_type", FLOAT)
            .setName("table")
            .addDims(table.length)
            .addDims(table[0].length)
            .setRawData(ByteString.copyFrom(bytes.array())));
  }

  /** The usual ones: input_ids and logits, of any batch and length. */
  static BigramModel of(double[][] table) {
    return new BigramModel(table).gather("input_ids", "logits").input("input_ids", INT64, -1, -1);
  }

  /** Adds what looks up the rows of some ids. */
  BigramModel gather(String ids, String scores) {
    return node("Gather", 0, scores, "table", ids);
  }

  /** Adds a node; {@code to} is its type attribute, if it is not 0. */
  BigramModel node(String operator, int to, String output, String... inputs) {
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).addOutput(output);
    for (String input : inputs) {
      node.addInput(input);
    }
    if (to != 0) {
      node.addAttribute(
          AttributeProto.newBuilder()
              .setName("to")
              .setType(AttributeProto.AttributeType.INT)
              .setI(to));
    }
    graph.addNode(node);
    return this;
  }

  /** Adds an input; a size of -1 is left open. */
  BigramModel input(String name, int type, long... shape) {
    graph.addInput(port(name, type, shape));
    return this;
  }

  BigramModel output(String name, int type, long... shape) {
    graph.addOutput(port(name, type, shape));
    return this;
  }

  /** Sets a type, which is a number in the ONNX of ND4J 1.0.0-M2.1 and an enum in that of M1.1. */
  private static <B extends Message.Builder> B typed(B builder, String field, int type) {
    FieldDescriptor descriptor = builder.getDescriptorForType().findFieldByName(field);
    boolean isEnum = descriptor.getJavaType() == FieldDescriptor.JavaType.ENUM;
    builder.setField(
        descriptor, isEnum ? descriptor.getEnumType().findValueByNumber(type) : (Object) type);
    return builder;
  }

  private static ValueInfoProto port(String name, int type, long... shape) {
    TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
    for (int i = 0; i < shape.length; i++) {
      TensorShapeProto.Dimension.Builder size = TensorShapeProto.Dimension.newBuilder();
      sizes.addDim(shape[i] < 0 ? size.setDimParam(name + i) : size.setDimValue(shape[i]));
    }
    TypeProto.Tensor tensor =
        typed(TypeProto.Tensor.newBuilder(), "elem_type", type).setShape(sizes).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  void write(Path file) throws IOException {
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(14))
            .setGraph(graph)
            .build();
    Files.write(file, model.toByteArray());
  }
}
