package org.cotsim.simulator.export;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Matrix;

/**
 * Collects the ONNX message {@code GraphProto}: every method answers the name of the value it adds.
 *
 * <p>A node is named after its first output. Numbers are those of onnx.proto.
 */
final class OnnxGraph {

  /**
   * Standard operators as of ONNX 1.13, the first where every reduction takes its axes as input.
   */
  private static final int OPERATOR_SET = 18;

  private static final int IR_VERSION = 8; // of the same release

  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_INTS = 7;

  private final ProtoMessage graph = new ProtoMessage();
  private final Set<String> constants = new HashSet<>();
  private final Element element;
  private long saved; // bytes, of zeros

  OnnxGraph(String name, Arithmetic arithmetic) {
    this.element = Element.of(arithmetic);
    graph.text(2, name);
  }

  /** The type of weights and scores. */
  Element element() {
    return element;
  }

  /**
   * The bytes that the zeros of large matrices would take; an engine that runs the file has them.
   */
  long saved() {
    return saved;
  }

  /** An input; a dimension is a number or, if it is not fixed, a name. */
  String input(String name, Element type, Object... shape) {
    graph.message(11, valueInfo(name, type, shape));
    return name;
  }

  void output(String name, Element type, Object... shape) {
    graph.message(12, valueInfo(name, type, shape));
  }

  /** A number of the graph's arithmetic, shared by all who ask for this name. */
  String number(String name, double value) {
    return constant(name, Tensors.scalar(name, element, value));
  }

  /** An integer, shared by all who need it. */
  String integer(int value) {
    String name = "integer_" + value;
    return constant(name, Tensors.scalar(name, Element.INT64, value));
  }

  /** A vector of integers, shared by all who need it. */
  String integers(int... values) {
    String name = "integers" + Arrays.toString(values).replaceAll("\\D+", "_");
    return constant(
        name,
        Tensors.vector(name, Element.INT64, Arrays.stream(values).asDoubleStream().toArray()));
  }

  String vector(String name, double[] values) {
    return constant(name, Tensors.vector(name, element, values));
  }

  /** A matrix; a large one of mostly zeros is put together from what is not 0. */
  String matrix(String name, Matrix matrix) {
    if (!Tensors.isSparse(element, matrix)) {
      return constant(name, Tensors.matrix(name, element, matrix));
    }
    String values = name + "/values";
    String indices = name + "/indices";
    ProtoMessage dense = Tensors.matrix(name, element, matrix);
    ProtoMessage sparse = Tensors.nonZeros(values, element, matrix);
    ProtoMessage places = Tensors.places(indices, matrix);
    saved += dense.size() - sparse.size() - places.size();
    constant(values, sparse);
    constant(indices, places);
    String zeros =
        node(
            "Expand",
            name + "/zeros",
            number("zero", 0),
            integers(matrix.rows(), matrix.columns()));
    return node("ScatterND", name, zeros, indices, values);
  }

  /** {@code x A^T + b}, [.., outputs]; a bias of zeros is left out. */
  String affine(String name, String x, Affine map) {
    return affine(name, x, Weights.transposed(List.of(map.matrix())), map.biases());
  }

  /** {@code x W + b}, W of [inputs, outputs]; a bias of zeros is left out. */
  String affine(String name, String x, Matrix weights, double[] bias) {
    if (Arrays.stream(bias).allMatch(b -> b == 0)) {
      return node("MatMul", name, x, matrix(name + "/weight", weights));
    }
    String product = node("MatMul", name + "/product", x, matrix(name + "/weight", weights));
    return node("Add", name, product, vector(name + "/bias", bias));
  }

  /** A node with one output and no attributes. */
  String node(String operator, String output, String... inputs) {
    return node(operator, List.of(output), Map.of(), inputs);
  }

  /** A node with one output. */
  String node(String operator, String output, Map<String, int[]> attributes, String... inputs) {
    return node(operator, List.of(output), attributes, inputs);
  }

  /**
   * A node; answers its first output.
   *
   * @param attributes one integer, or several
   */
  String node(
      String operator, List<String> outputs, Map<String, int[]> attributes, String... inputs) {
    ProtoMessage node = new ProtoMessage();
    for (String input : inputs) {
      node.text(1, input);
    }
    outputs.forEach(output -> node.text(2, output));
    node.text(3, outputs.get(0)).text(4, operator);
    attributes.forEach((name, values) -> node.message(5, attribute(name, values)));
    graph.message(1, node);
    return outputs.get(0);
  }

  /** A reduction over one axis, which stays with the size 1. */
  String reduce(String operator, String output, String input, int axis) {
    return node(operator, output, input, integers(axis));
  }

  /** The ONNX message {@code ModelProto} of what was collected. */
  ProtoMessage model(Map<String, String> metadata) {
    ProtoMessage model = new ProtoMessage().number(1, IR_VERSION).text(2, "cotsim");
    model.message(7, graph);
    model.message(8, new ProtoMessage().text(1, "").number(2, OPERATOR_SET));
    metadata.forEach(
        (key, value) -> model.message(14, new ProtoMessage().text(1, key).text(2, value)));
    return model;
  }

  private String constant(String name, ProtoMessage tensor) {
    if (constants.add(name)) {
      graph.message(5, tensor);
    }
    return name;
  }

  private static ProtoMessage attribute(String name, int[] values) {
    ProtoMessage attribute = new ProtoMessage().text(1, name);
    if (values.length == 1 && !name.equals("perm")) {
      return attribute.number(3, values[0]).number(20, ATTRIBUTE_INT);
    }
    for (int value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, ATTRIBUTE_INTS);
  }

  private static ProtoMessage valueInfo(String name, Element type, Object... shape) {
    ProtoMessage dimensions = new ProtoMessage();
    for (Object size : shape) {
      dimensions.message(
          1,
          size instanceof Integer number
              ? new ProtoMessage().number(1, number)
              : new ProtoMessage().text(2, size.toString()));
    }
    ProtoMessage tensor = new ProtoMessage().number(1, type.code).message(2, dimensions);
    return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
  }
}
