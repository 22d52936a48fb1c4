package org.cotsim.languages.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.TuringDefinition.Decides;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.TuringMachineBuilder;

/** Balanced brackets of several kinds, nested without bound. */
final class UnboundedDyck {

  private static final List<String> KINDS = List.of("()", "[]", "{}");

  private static final String ONE_KIND = "#(\"(\") = #(\")\") & H (#(\"(\") >= #(\")\"))";

  private UnboundedDyck() {}

  static List<TuringEntry> entries() {
    return Stream.of(1, 2, 3).map(UnboundedDyck::entry).toList();
  }

  private static TuringEntry entry(int kinds) {
    TuringMachine machine = machine(kinds);
    TuringWords words =
        new SampledWords(
            machine.inputAlphabet(),
            UnboundedDyck::isBalanced,
            (length, random) -> balanced(kinds, length, random));
    ConstantDepth known = ConstantDepth.brackets();
    TuringEntry entry =
        new TuringEntry(
            machine.name(),
            "balanced words with %s, nested without bound".formatted(Dyck.inWords(kinds)),
            "N. Chomsky, M. P. Schuetzenberger, The algebraic theory of context-free languages, 1963",
            "deterministic context-free" + (kinds == 1 ? ", real time with a counter" : ""),
            machine,
            new Decides(UnboundedDyck::isBalanced),
            RunningTime.atMost("(3n+4)/2", n -> (3 * n + 4) / 2),
            words);
    return entry.with(kinds == 1 ? known.as(ONE_KIND) : known);
  }

  /** Tape 1 is a stack whose head stands on its first free cell. */
  private static TuringMachine machine(int kinds) {
    List<String> alphabet = SampledWords.letters(String.join("", KINDS.subList(0, kinds)));
    TuringMachineBuilder builder =
        TuringMachine.builder("dyck-" + kinds)
            .tapes(2)
            .input(alphabet)
            .readOnlyInput()
            .start("read")
            .accept("yes");
    for (int kind = 0; kind < kinds; kind++) {
      String opening = alphabet.get(2 * kind);
      String closing = alphabet.get(2 * kind + 1);
      builder
          .rule("read %s,_ -> read %s,%s R,R".formatted(opening, opening, opening))
          .rule("read %s,_ -> pop S,L".formatted(closing))
          .rule("pop %s,%s -> read %s,_ R,S".formatted(closing, opening, closing));
    }
    return builder.rule("read _,_ -> end S,L").rule("end _,_ -> yes S,S").build();
  }

  private static boolean isBalanced(List<String> word) {
    Deque<String> open = new ArrayDeque<>();
    for (String symbol : word) {
      String wanted = KINDS.stream().filter(kind -> kind.endsWith(symbol)).findFirst().orElse("");
      if (wanted.isEmpty()) {
        open.push(symbol);
      } else if (open.isEmpty() || !wanted.startsWith(open.pop())) {
        return false;
      }
    }
    return open.isEmpty();
  }

  private static List<String> balanced(int kinds, int length, RandomGenerator random) {
    List<String> word = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    for (int left = length - length % 2; left > 0; left--) {
      if (open.isEmpty() || (open.size() < left && random.nextBoolean())) {
        String kind = KINDS.get(random.nextInt(kinds));
        word.add(kind.substring(0, 1));
        open.push(kind.substring(1));
      } else {
        word.add(open.pop());
      }
    }
    return word;
  }
}
