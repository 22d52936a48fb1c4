package org.cotsim.languages.turing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a machine must satisfy apart from its transition table. */
final class MachineCheck {

  private MachineCheck() {}

  static List<String> problems(TuringMachineBuilder builder) {
    List<String> problems = new ArrayList<>();
    if (builder.start().isEmpty()) {
      problems.add("no start state");
    }
    builder
        .output()
        .ifPresent(
            tape -> {
              if (tape < 0 || tape >= builder.tapes()) {
                problems.add("no tape " + tape + " for the output");
              }
              if (tape == 0 && builder.isReadOnlyInput()) {
                problems.add("the read-only input tape cannot hold the output");
              }
            });
    checkInput(builder, problems);
    checkHalting(builder, problems);
    if (builder.isReadOnlyInput()) {
      for (Rule rule : builder.rules()) {
        Optional<String> write = rule.writes().get(0);
        if (write.isPresent() && !write.equals(rule.reads().get(0))) {
          problems.add("rule '" + rule.text() + "' writes on the read-only input tape");
        }
      }
    }
    return problems;
  }

  private static void checkInput(TuringMachineBuilder builder, List<String> problems) {
    List<String> input = builder.input().orElse(List.of());
    if (input.contains(builder.blank())) {
      problems.add("the blank '" + builder.blank() + "' is no input symbol");
    }
    Set<String> seen = new HashSet<>();
    for (String symbol : input) {
      if (!seen.add(symbol)) {
        problems.add("input symbol '" + symbol + "' is given twice");
      }
    }
  }

  private static void checkHalting(TuringMachineBuilder builder, List<String> problems) {
    for (String state : builder.accepting()) {
      if (builder.rejecting().contains(state)) {
        problems.add("state '" + state + "' both accepts and rejects");
      }
    }
    for (Rule rule : builder.rules()) {
      if (builder.accepting().contains(rule.state())
          || builder.rejecting().contains(rule.state())) {
        problems.add("rule '" + rule.text() + "' leaves a halting state");
      }
    }
  }
}
