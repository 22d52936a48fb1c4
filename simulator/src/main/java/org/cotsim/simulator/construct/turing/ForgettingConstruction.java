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

/**
 * Simulates a Turing machine by a chain that forgets: one token per machine step, and now and then
 * a summary of the tapes that becomes the prompt of a new context.
 *
 * <p>The weights decide when: after twice as many steps as there are tokens before the think token.
 * A summary has one token for each cell that was given or visited, the state, and 2 k - 1 tokens
 * between the parts of k tapes; the token {@code restart} ends it. So with s cells a context has at
 * most 4 s + O(k) tokens, and once s no longer grows a chain has 3/2 tokens per machine step. A
 * machine that halts answers at once, never after a last summary. Answers, and those forced by a
 * budget, are as those of {@link TuringConstruction}.
 *
 * <p>All that is counted or compared lies in one context, so the certificate depends on the longest
 * context and on nothing else: it holds for chains of any length. One layer, two heads and about 4
 * k |S| + |Q| hidden units more than {@link TuringConstruction}. Source: summarised chains of
 * thought, arXiv 2605.18079, and the space bound of PENCIL, arXiv 2503.14337; marks and walk are
 * this project's.
 */
public final class ForgettingConstruction implements Construction<List<String>> {

  private final TuringMachine machine;
  private final ForgettingTokens tokens;
  private final ConstructionOptions options;

  private ForgettingConstruction(TuringMachine machine, ConstructionOptions options) {
    this.machine = machine;
    this.tokens = new ForgettingTokens(machine);
    this.options = options;
  }

  /**
   * The construction for a machine.
   *
   * @throws IllegalArgumentException for options that it does not have, see {@link #problem}
   */
  public static ForgettingConstruction of(TuringMachine machine, ConstructionOptions options) {
    problem(options)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    return new ForgettingConstruction(machine, options);
  }

  /** The construction with the default options. */
  public static ForgettingConstruction of(TuringMachine machine) {
    return of(machine, ConstructionOptions.defaults());
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    return options.hash() == ConstructionOptions.Hash.FOLDED
        ? Optional.of(
            "the decoder that forgets compares counts by the angle of a hash; --hash folded is not"
                + " built for it")
        : TuringConstruction.problem(options);
  }

  @Override
  public ConstructionOptions options() {
    return options;
  }

  @Override
  public String steps() {
    return "about 3/2 t(w), one per machine step and one per cell of a summary";
  }

  @Override
  public Certificate certificate(Extent extent) {
    return new ForgettingWeights(machine, tokens, options, extent).certificate();
  }

  @Override
  public ConstructedDecoder<List<String>> compile(Extent extent) throws NotCertifiedException {
    return decoder(new ForgettingWeights(machine, tokens, options, extent), tokens::prompt);
  }

  /** The tokens, to compare a chain with the machine's own run. */
  public ForgettingTokens tokens() {
    return tokens;
  }
}
