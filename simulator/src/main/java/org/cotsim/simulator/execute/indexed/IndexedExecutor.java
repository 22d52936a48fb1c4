package org.cotsim.simulator.execute.indexed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.execute.indexed.step.CompiledModel;
import org.cotsim.simulator.execute.indexed.step.SequenceState;
import org.cotsim.simulator.execute.indexed.step.StepTimes;
import org.cotsim.simulator.execute.indexed.step.WarmUp;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * Runs any model from its weights alone, at O(log positions) per token where heads are saturated
 * and their keys have few components.
 *
 * <p>Tokens are those of the reference executor: every score of a key and every sum of weights is
 * computed by the same operations in the same order, so the set of maximal positions is the same.
 * Only the mean over that set is summed in another order; it is off by at most {@code n u max|v|},
 * u = 2^-53, for n positions, and exact where the values are, as flags are.
 */
public final class IndexedExecutor implements Executor {

  private static final int SEQUENCES_PER_CORE = 16;
  private static final int BATCH_TOKENS = 1 << 14; // enough that cores rarely wait for each other
  private static final int MOST_SEQUENCES = 1 << 10;
  private static final int KEPT_MODELS = 8;

  private final Deque<CompiledModel> kept = new ArrayDeque<>(); // the latest used first
  private final WarmUp warmUp;

  public IndexedExecutor() {
    this(WarmUp.USUAL);
  }

  IndexedExecutor(WarmUp warmUp) {
    this.warmUp = warmUp;
  }

  @Override
  public String name() {
    return "indexed";
  }

  @Override
  public String backend() {
    return "plain Java, " + arithmetic();
  }

  @Override
  public Arithmetic arithmetic() {
    return Arithmetic.BINARY64;
  }

  @Override
  public int preferredBatch(Transformer model, int length) {
    int cores = Runtime.getRuntime().availableProcessors();
    int enough = Math.min(BATCH_TOKENS / Math.max(1, length), MOST_SEQUENCES);
    return cores == 1 ? 1 : Math.max(SEQUENCES_PER_CORE * cores, enough);
  }

  @Override
  public Session open(Transformer model, int batch, int capacity) {
    Choices.requireCapacity(model, batch, capacity);
    return new IndexedSession(compiled(model), batch, capacity, null);
  }

  /** Opens a session for one sequence that measures where its time goes. */
  public Session open(Transformer model, int capacity, StepTimes profile) {
    Choices.requireCapacity(model, 1, capacity);
    return new IndexedSession(compiled(model), 1, capacity, profile);
  }

  @Override
  public int[][] choices(Transformer model, int[][] sequences, TokenSet allowed) {
    CompiledModel compiled = compiled(model);
    int[][] choices = new int[sequences.length][];
    IndexedSession.forAll(
        sequences.length,
        b -> {
          Choices.requireCapacity(model, 1, Math.max(1, sequences[b].length));
          Choices.requireTokens(model, sequences[b], sequences[b].length);
          SequenceState sequence = new SequenceState(compiled, null);
          choices[b] = new int[sequences[b].length];
          for (int i = 0; i < sequences[b].length; i++) {
            sequence.append(sequences[b][i]);
            choices[b][i] = sequence.choose(allowed);
          }
        });
    return choices;
  }

  /** What was chosen for every head of a model and for what is between them, and why. */
  public static List<String> plan(Transformer model) {
    CompiledModel compiled = new CompiledModel(model, WarmUp.NEVER);
    List<HeadPlan> plans = compiled.plans();
    List<String> sentences = new ArrayList<>();
    int next = 0;
    int number = 0;
    for (Layer layer : model.layers()) {
      number++;
      for (int h = 1; h <= layer.attention().heads().size(); h++) {
        HeadPlan plan = plans.get(next);
        String shared = plan.index == next ? "" : "the cache of an earlier head of the layer: ";
        sentences.add("layer " + number + ", head " + h + ": " + shared + plan.sentence());
        next++;
      }
    }
    sentences.add("sums and norms: " + compiled.programsSentence());
    return List.copyOf(sentences);
  }

  /** The compiled model, kept for the next sessions of the same model. */
  @SuppressWarnings("ReferenceEquality") // comparing all weights would cost more than it saves
  private synchronized CompiledModel compiled(Transformer model) {
    for (CompiledModel known : kept) {
      if (known.model() == model) {
        kept.remove(known);
        kept.addFirst(known);
        return known;
      }
    }
    CompiledModel compiled = new CompiledModel(model, warmUp);
    kept.addFirst(compiled);
    if (kept.size() > KEPT_MODELS) {
      kept.removeLast();
    }
    return compiled;
  }
}
