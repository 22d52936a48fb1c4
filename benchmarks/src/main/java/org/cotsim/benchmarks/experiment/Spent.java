package org.cotsim.benchmarks.experiment;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.decode.RestartingSession;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The most that answers took of each currency, and the size of what gave them.
 *
 * @param steps intermediate tokens that are no thoughts
 * @param loops how often a layer is applied; 1 if none is repeated
 * @param padding tokens of the prompt that say nothing, but for those that fill up an input to the
 *     longest one that the decoder takes
 * @param thoughts steps that feed back a vector
 * @param context the tokens that a decoder saw at once: prompt, chain and answer but for its last
 *     token
 * @param layers the different layers
 * @param width of the residual stream; 0 if nobody knows layers, width and weights
 * @param nonZeros the non-zero weights, those of a repeated layer once
 */
public record Spent(
    long steps,
    long loops,
    long padding,
    long thoughts,
    long context,
    int layers,
    int width,
    long nonZeros) {

  /** What no answer took. */
  public static final Spent NONE = new Spent(0, 1, 0, 0, 0, 0, 0, 0);

  /** What every answer of a decoder takes. */
  public static Spent of(Transformer model) {
    int layers = model.distinctLayers().size();
    return new Spent(0, loops(model), 0, 0, 0, layers, model.width(), model.nonZeros());
  }

  /** What an answer of a decoder of this size took, under one of the budgets of a decoding. */
  public Spent on(ConstructedDecoder<?> decoder, int[] prompt, Decoding decoding, Outcome outcome) {
    long emitted = emitted(outcome);
    long thought = thoughts(decoder.model().vocabulary(), decoding, emitted);
    long outputs = outcome instanceof Outcome.Answered ? decoding.output().length : 0;
    return new Spent(
        emitted - thought,
        loops,
        padding(decoder, prompt),
        thought,
        RestartingSession.longestContext(
                decoder.model().vocabulary(), prompt.length, decoding.chain(), emitted)
            + outputs,
        layers,
        width,
        nonZeros);
  }

  /** The intermediate tokens before an outcome. */
  public static long emitted(Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      return answered.steps();
    }
    if (outcome instanceof Outcome.BudgetSpent spent) {
      return spent.limit();
    }
    if (outcome instanceof Outcome.ContextFull full) {
      return full.steps();
    }
    return outcome instanceof Outcome.Tied tied ? tied.steps() : ((Outcome.RanOn) outcome).steps();
  }

  /** How often the layer that is applied most often is applied; 1 if none is repeated. */
  public static long loops(Transformer model) {
    IdentityHashMap<Layer, Long> times = new IdentityHashMap<>();
    model.layers().forEach(layer -> times.merge(layer, 1L, Long::sum));
    return times.values().stream().mapToLong(Long::longValue).max().orElse(1);
  }

  /** The tokens of a prompt that say nothing and fill up no input. */
  static long padding(ConstructedDecoder<?> decoder, int[] prompt) {
    boolean pads = decoder.model().vocabulary().withRole(Token.Role.PADDING).size() > 0;
    return pads ? prompt.length - 2L - decoder.certificate().maxLength() : 0; // start and think
  }

  /** How many of the first tokens of a chain feed a vector back. */
  private static long thoughts(Vocabulary vocabulary, Decoding decoding, long emitted) {
    TokenSet thoughts = vocabulary.withRole(Token.Role.THOUGHT);
    return thoughts.size() == 0
        ? 0
        : Arrays.stream(decoding.chain()).limit(emitted).filter(thoughts::contains).count();
  }

  /** The larger of each figure. */
  public Spent max(Spent other) {
    return new Spent(
        Math.max(steps, other.steps),
        Math.max(loops, other.loops),
        Math.max(padding, other.padding),
        Math.max(thoughts, other.thoughts),
        Math.max(context, other.context),
        Math.max(layers, other.layers),
        Math.max(width, other.width),
        Math.max(nonZeros, other.nonZeros));
  }

  /** Whether the size of the decoder is known: it is not if the decoder was made elsewhere. */
  public boolean isSizeKnown() {
    return width > 0;
  }

  /** How much of a currency it was. */
  public long of(Currency currency) {
    return switch (currency) {
      case STEPS -> steps;
      case LOOPS -> loops;
      case PADDING -> padding;
      case THOUGHTS -> thoughts;
      case CONTEXT -> context;
    };
  }

  /** The same with an amount of a currency that was allowed, whether it was taken or not. */
  public Spent allowing(Currency currency, long amount) {
    return new Spent(
        currency == Currency.STEPS ? amount : steps,
        currency == Currency.LOOPS ? amount : loops,
        currency == Currency.PADDING ? amount : padding,
        currency == Currency.THOUGHTS ? amount : thoughts,
        currency == Currency.CONTEXT ? amount : context,
        layers,
        width,
        nonZeros);
  }
}
