package org.cotsim.languages.catalogue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.TuringDefinition.Halts;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.turing.TuringFiles;

/** The two-symbol machines that halt on the blank tape after the most steps. */
final class BusyBeavers {

  private static final String RADO = "T. Rado, On non-computable functions, 1962";

  private BusyBeavers() {}

  static List<TuringEntry> entries() {
    return List.of(
        entry(2, "1RB1LB_1LA1RZ", 6, 4, RADO),
        entry(3, "1RB1RZ_1LB0RC_1LC1LA", 21, 5, "S. Lin, T. Rado, 1965"),
        entry(4, "1RB1LB_1LA0LC_1RZ1LD_1RD0RA", 107, 13, "A. H. Brady, 1983"),
        entry(
            5,
            "1RB1LC_1RC1RB_1RD0LE_1LA1LD_1RZ0LA",
            47_176_870,
            4098,
            "H. Marxen, J. Buntrock, 1990; proved the champion by the bbchallenge collaboration,"
                + " 2024"));
  }

  private static TuringEntry entry(
      int states, String text, long steps, long ones, String citation) {
    try {
      return new TuringEntry(
          "busy-beaver-" + states,
          "the two-symbol machine of %d states that halts on the blank tape after the most steps"
              .formatted(states),
          citation,
          "a single computation; the maximum over all machines is not computable",
          TuringFiles.inline(text),
          new Halts(steps, ones),
          RunningTime.exactly(Long.toString(steps), n -> steps),
          new EmptyWord());
    } catch (InputException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The blank tape is the only input. */
  private record EmptyWord() implements TuringWords {

    @Override
    public Stream<List<String>> upTo(int length) {
      return Stream.of(List.of());
    }

    @Override
    public List<String> random(int length, RandomGenerator random) {
      return List.of();
    }
  }
}
