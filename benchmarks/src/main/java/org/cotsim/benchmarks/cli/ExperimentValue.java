package org.cotsim.benchmarks.cli;

import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A text of an experiment file.
 *
 * @param text as it stands; empty where there is none
 * @param mark where it begins
 * @param quoted whether it stands in quotes
 */
record ExperimentValue(String text, Mark mark, boolean quoted) {

  /** The texts of a list, or a single one. */
  static List<ExperimentValue> list(Node node) {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(ExperimentValue::of).toList()
        : List.of(of(node));
  }

  private static ExperimentValue of(Node node) {
    if (node instanceof ScalarNode scalar) {
      boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
      return new ExperimentValue(scalar.getValue(), scalar.getStartMark(), !plain);
    }
    return new ExperimentValue("", node.getStartMark(), false);
  }

  /** How far a column of the text, from 1, is from where the value begins. */
  int offset(int column) {
    return Math.max(0, column - 1) + (quoted ? 1 : 0);
  }
}
