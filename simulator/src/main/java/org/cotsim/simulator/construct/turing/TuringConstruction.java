package org.cotsim.simulator.construct.turing;

import java.util.List;
import java.util.Optional;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.model.Mask;

/**
 * Simulates a Turing machine with one intermediate token per machine step: the token names the
 * state entered, the symbols written and the moves.
 *
 * <p>When no transition applies the model answers: accept or reject, by the state it is in, or, for
 * a machine that computes a function, the symbols from cell 0 of the output tape up to the first
 * blank. Under a smaller budget the forced answer is that of the state entered last. Source:
 * Merrill and Sabharwal 2024, theorem 2, with a strict causal mask.
 *
 * <p>A head's position is the sum of its moves, found by averaging; the cell under it holds what
 * the latest write at that position wrote, and reading the input counts as writing it, one cell a
 * token. For k tapes, symbols S and T transitions: with counted occurrences 4 layers, 1 + 3 k
 * heads, width about (3 |S| + 12) k + |Q| + |A| for actions A, and T hidden units for the
 * transitions; with the hash folded, for t tokens, about log2(t) / 2 + 4 layers and 8 k log2(t)
 * coordinates.
 */
public final class TuringConstruction implements Construction<List<String>> {

  private final TuringMachine machine;
  private final TuringTokens tokens;
  private final ConstructionOptions options;

  private TuringConstruction(TuringMachine machine, ConstructionOptions options) {
    this.machine = machine;
    this.tokens = new TuringTokens(machine);
    this.options = options;
  }

  /**
   * The construction for a machine.
   *
   * @throws IllegalArgumentException for options that it does not have, see {@link #problem}
   */
  public static TuringConstruction of(TuringMachine machine, ConstructionOptions options) {
    problem(options)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    return new TuringConstruction(machine, options);
  }

  /** The construction with the default options. */
  public static TuringConstruction of(TuringMachine machine) {
    return of(machine, ConstructionOptions.defaults());
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    if (options.mask().equals(Optional.of(Mask.CAUSAL))) {
      return Optional.of("Turing machines need the strict causal mask");
    }
    if (options.normProblem().isPresent() || options.softmaxProblem().isPresent()) {
      return options.normProblem().or(options::softmaxProblem);
    }
    if (options.hash() == ConstructionOptions.Hash.FOLDED
        && options.rightmost() == ConstructionOptions.Rightmost.DIFFERENCES) {
      return Optional.of(
          "the hash folded finds the latest write by counting; --rightmost differences does not"
              + " apply");
    }
    if (options.hash() == ConstructionOptions.Hash.DIGITS) {
      return Optional.of(
          "Turing machines compare counts, which have no digits; choose another hash");
    }
    return options.positions() == ConstructionOptions.Positions.EMBEDDED
        ? Optional.of("Turing machines count positions by attention; there is no embedded variant")
        : options.foldedProblem();
  }

  @Override
  public ConstructionOptions options() {
    return options;
  }

  @Override
  public String steps() {
    return "t(w), one per machine step";
  }

  @Override
  public Certificate certificate(Extent extent) {
    return new TuringWeights(machine, tokens, options, extent).certificate();
  }

  @Override
  public ConstructedDecoder<List<String>> compile(Extent extent) throws NotCertifiedException {
    return decoder(new TuringWeights(machine, tokens, options, extent), tokens::prompt);
  }

  /** The tokens, to compare a chain with the machine's own run. */
  public TuringTokens tokens() {
    return tokens;
  }
}
