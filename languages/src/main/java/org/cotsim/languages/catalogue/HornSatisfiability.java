package org.cotsim.languages.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Horn formulas as words: clauses {@code BODY>HEAD;}, the body empty or variables joined by {@code
 * &}, the head empty or a variable, variable i written {@code x^i}.
 */
final class HornSatisfiability {

  private static final Pattern FORMULA = Pattern.compile("((x+(&x+)*)?>x*;)*");

  private HornSatisfiability() {}

  /** Whether the word is a formula that some assignment satisfies; tries every assignment. */
  static boolean isSatisfiable(List<String> word) {
    String text = String.join("", word);
    if (!FORMULA.matcher(text).matches()) {
      return false;
    }
    List<Clause> clauses =
        text.isEmpty() ? List.of() : Stream.of(text.split(";", 0)).map(Clause::of).toList();
    int variables = clauses.stream().mapToInt(Clause::largest).max().orElse(0);
    return variables <= 12 ? byAssignments(clauses, variables) : byUnits(clauses, variables);
  }

  private record Clause(List<Integer> body, int head) {

    static Clause of(String text) {
      int arrow = text.indexOf('>');
      String body = text.substring(0, arrow);
      List<Integer> names =
          body.isEmpty() ? List.of() : Stream.of(body.split("&", 0)).map(String::length).toList();
      return new Clause(names, text.length() - arrow - 1);
    }

    int largest() {
      return Math.max(head, body.stream().mapToInt(name -> name).max().orElse(0));
    }

    /** Variable 0, the empty head, is always false. */
    boolean holds(boolean[] assignment) {
      return assignment[head] || body.stream().anyMatch(name -> !assignment[name]);
    }
  }

  private static boolean byAssignments(List<Clause> clauses, int variables) {
    return IntStream.range(0, 1 << variables)
        .mapToObj(
            bits -> {
              boolean[] assignment = new boolean[variables + 1];
              for (int name = 1; name <= variables; name++) {
                assignment[name] = (bits >> (name - 1) & 1) == 1;
              }
              return assignment;
            })
        .anyMatch(assignment -> clauses.stream().allMatch(clause -> clause.holds(assignment)));
  }

  /** The least model, reached by making heads true, decides where assignments are too many. */
  private static boolean byUnits(List<Clause> clauses, int variables) {
    boolean[] model = new boolean[variables + 1];
    List<Clause> broken = clauses.stream().filter(clause -> !clause.holds(model)).toList();
    while (!broken.isEmpty()) {
      if (broken.stream().anyMatch(clause -> clause.head() == 0)) {
        return false;
      }
      broken.forEach(clause -> model[clause.head()] = true);
      broken = clauses.stream().filter(clause -> !clause.holds(model)).toList();
    }
    return true;
  }

  static TuringWords words() {
    return new InstanceWords(
        (place, room) -> clauses(room),
        HornSatisfiability::drawn,
        HornSatisfiability::isSatisfiable);
  }

  private static List<String> clauses(int room) {
    List<String> heads = new ArrayList<>(List.of(""));
    heads.addAll(InstanceWords.names(room));
    List<String> bodies = new ArrayList<>(List.of(""));
    List<String> latest = InstanceWords.names(room);
    while (!latest.isEmpty()) {
      bodies.addAll(latest);
      latest = InstanceWords.joined(latest, "&", InstanceWords.names(room), "", room);
    }
    return InstanceWords.joined(bodies, ">", heads, ";", room);
  }

  private static String drawn(int length, RandomGenerator random) {
    int variables = Math.max(1, (int) Math.sqrt(length));
    return InstanceWords.drawn(
        length,
        place -> {
          List<String> body =
              IntStream.range(0, random.nextInt(3)).mapToObj(i -> name(variables, random)).toList();
          boolean goal = !body.isEmpty() && random.nextInt(4) == 0;
          return String.join("&", body) + ">" + (goal ? "" : name(variables, random)) + ";";
        });
  }

  private static String name(int variables, RandomGenerator random) {
    return "x".repeat(1 + random.nextInt(variables));
  }
}
