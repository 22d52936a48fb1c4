package org.cotsim.languages.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Boolean circuits as words: gates in order, each of them {@code T}, {@code F}, {@code !r}, {@code
 * &rr} or {@code |rr}, where r is {@code x^i.} for the gate i places back; the last gate is asked.
 */
final class CircuitValue {

  private static final Pattern GATE = Pattern.compile("T|F|!(x+)\\.|([&|])(x+)\\.(x+)\\.");

  private CircuitValue() {}

  /** Whether the word is a circuit whose last gate is true. */
  static boolean isTrue(List<String> word) {
    String text = String.join("", word);
    List<Boolean> values = new ArrayList<>();
    Matcher gate = GATE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!gate.region(at, text.length()).lookingAt() || farthest(gate) > values.size()) {
        return false;
      }
      values.add(value(gate, values));
      at = gate.end();
    }
    return !values.isEmpty() && values.get(values.size() - 1);
  }

  private static int farthest(Matcher gate) {
    int most = 0;
    for (int group : new int[] {1, 3, 4}) {
      most = gate.group(group) == null ? most : Math.max(most, gate.group(group).length());
    }
    return most;
  }

  private static boolean value(Matcher gate, List<Boolean> values) {
    if (gate.group(1) != null) {
      return !back(values, gate.group(1));
    }
    if (gate.group(2) == null) {
      return gate.group().equals("T");
    }
    boolean left = back(values, gate.group(3));
    boolean right = back(values, gate.group(4));
    return gate.group(2).equals("&") ? left && right : left || right;
  }

  private static boolean back(List<Boolean> values, String name) {
    return values.get(values.size() - name.length());
  }

  static TuringWords words() {
    return new InstanceWords(CircuitValue::gates, CircuitValue::drawn, CircuitValue::isTrue);
  }

  /** Every gate of at most this length that may stand after so many others. */
  private static List<String> gates(int before, int room) {
    List<String> names = InstanceWords.names(Math.min(before, room));
    List<String> gates = new ArrayList<>(room > 0 ? List.of("T", "F") : List.of());
    gates.addAll(InstanceWords.joined(List.of("!"), "", names, ".", room));
    for (String kind : List.of("&", "|")) {
      gates.addAll(
          InstanceWords.joined(
              InstanceWords.joined(List.of(kind), "", names, ".", room), "", names, ".", room));
    }
    return gates;
  }

  /**
   * A random circuit whose gates look at any earlier gate, or near the end of a long one nearby.
   */
  private static String drawn(int length, RandomGenerator random) {
    int reach = Math.max(1, (int) Math.sqrt(length));
    return InstanceWords.drawn(length, before -> gate(Math.min(before, reach), random));
  }

  private static String gate(int reach, RandomGenerator random) {
    if (reach == 0 || random.nextInt(6) == 0) {
      return random.nextBoolean() ? "T" : "F";
    }
    String first = "x".repeat(1 + random.nextInt(reach)) + ".";
    return switch (random.nextInt(3)) {
      case 0 -> "!" + first;
      case 1 -> "&" + first + "x".repeat(1 + random.nextInt(reach)) + ".";
      default -> "|" + first + "x".repeat(1 + random.nextInt(reach)) + ".";
    };
  }
}
