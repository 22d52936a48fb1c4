package org.cotsim.benchmarks.experiment.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.Batches;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.graph.GraphProblem;
import org.cotsim.languages.graph.ChainStep;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.ChainCheck;
import org.cotsim.languages.read.graph.GraphBatchReader.LabelledInstance;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;

/**
 * Decodes connectivity questions and checks each: the answer by JGraphT, the chain token by token
 * and by the rules of breadth-first search, the number of steps, and a label if there is one.
 *
 * <p>Small graphs share models that have tokens for all pairs of vertices; a large one gets tokens
 * for its own edges.
 */
public final class GraphCheck {

  /** The questions, one at a time. */
  public interface Source {
    /** The next question, or empty at the end. */
    Optional<LabelledInstance> next() throws InputException;
  }

  private static final int SHARED_VERTICES = 32;
  private static final int KEPT_MODELS = 64;

  private record Question(long order, LabelledInstance labelled) {
    ConnectivityInstance instance() {
      return labelled.instance();
    }
  }

  /** A problem, its models, and the questions that wait, by the length of their prompts. */
  private record Group(
      GraphProblem problem,
      CompiledModels<ConnectivityInstance> models,
      Batches<Question> waiting) {}

  private final ExperimentSetup setup;
  private final Progress progress;
  private final Map<Object, Group> groups = new HashMap<>(); // by graph, or by size and direction
  private long right;
  private long wrong;
  private long steps;
  private Optional<Long> overBound = Optional.empty();
  private Optional<GraphCheckResult.Mismatch> first = Optional.empty();

  public GraphCheck(ExperimentSetup setup, Progress progress) {
    this.setup = setup;
    this.progress = progress;
  }

  /** Checks all questions of a source and says what was found. */
  public GraphCheckResult run(Source source) throws ExperimentException, InputException {
    long order = 0;
    for (Optional<LabelledInstance> next = source.next(); next.isPresent(); next = source.next()) {
      Question question = new Question(order++, next.get());
      ConnectivityInstance instance = question.instance();
      Group group = group(instance);
      group.waiting().add(group.problem().promptLength(instance), instance.mostSteps(), question);
    }
    flush();
    return new GraphCheckResult(right, wrong, first, steps, overBound);
  }

  private Group group(ConnectivityInstance instance) throws ExperimentException, InputException {
    int vertices = instance.names().size();
    int rounded = 4;
    while (rounded < vertices) {
      rounded *= 2;
    }
    boolean shared = vertices <= SHARED_VERTICES;
    Object key = shared ? List.of(rounded, instance.directed()) : instance.graph();
    Group known = groups.get(key);
    if (known == null) {
      if (groups.size() >= KEPT_MODELS) {
        flush();
        groups.clear();
      }
      known =
          newGroup(shared ? Optional.empty() : Optional.of(instance.graph()), rounded, instance);
      groups.put(key, known);
    }
    return known;
  }

  private Group newGroup(Optional<EdgeList> graph, int rounded, ConnectivityInstance instance)
      throws ExperimentException {
    GraphProblem problem =
        graph.isPresent()
            ? GraphProblem.of(graph.get())
            : GraphProblem.complete(rounded, instance.directed());
    CompiledModels<ConnectivityInstance> models = setup.compiled(problem);
    return new Group(
        problem,
        models,
        new Batches<>(
            question -> batchSize(problem, models, question),
            batch -> decode(problem, models, batch)));
  }

  private int batchSize(
      GraphProblem problem, CompiledModels<ConnectivityInstance> models, Question question)
      throws ExperimentException {
    int prompt = problem.promptLength(question.instance());
    long chain = question.instance().mostSteps() + 1L;
    return setup
        .executor()
        .preferredBatch(
            models.forRun(prompt, chain).model(), (int) Math.min(prompt + 2 + chain, 1 << 30));
  }

  private void flush() throws ExperimentException, InputException {
    for (Group group : groups.values()) {
      group.waiting().flushAll();
    }
  }

  private void decode(
      GraphProblem problem, CompiledModels<ConnectivityInstance> models, List<Question> batch)
      throws ExperimentException {
    long[][] budgets = new long[batch.size()][];
    Arrays.setAll(budgets, b -> new long[] {batch.get(b).instance().mostSteps() + 1L});
    long longest = Arrays.stream(budgets).mapToLong(budget -> budget[0]).max().orElseThrow();
    int prompt = problem.promptLength(batch.get(0).instance());
    ConstructedDecoder<ConnectivityInstance> decoder = models.forRun(prompt, longest);
    int[][] prompts =
        batch.stream().map(one -> decoder.prompt(one.instance())).toArray(int[][]::new);
    List<Decoding> decodings =
        new Decoder(decoder.model(), setup.executor()).decode(prompts, budgets);
    for (int b = 0; b < prompts.length; b++) {
      settle(problem, batch.get(b), decodings.get(b));
    }
    progress.done(batch.size());
  }

  private void settle(GraphProblem problem, Question question, Decoding decoding) {
    steps += decoding.steps();
    long over = decoding.steps() - (long) question.instance().stepBound();
    overBound = Optional.of(Math.max(over, overBound.orElse(over)));
    List<String> reasons = reasons(problem, question, decoding);
    if (reasons.isEmpty()) {
      right++;
      return;
    }
    wrong++;
    if (first.isEmpty() || question.order() < first.get().order()) {
      ConnectivityInstance instance = question.instance();
      first =
          Optional.of(
              new GraphCheckResult.Mismatch(
                  question.order(),
                  instance.label(),
                  instance.sourceName() + " " + instance.targetName(),
                  String.join("; ", reasons)));
    }
  }

  private static List<String> reasons(GraphProblem problem, Question question, Decoding decoding) {
    ConnectivityInstance instance = question.instance();
    Expected expected = problem.expected(instance);
    List<String> reasons = new ArrayList<>();
    if (!(decoding.outcome() instanceof Outcome.Answered answered)) {
      reasons.add("no answer after " + decoding.steps() + " steps");
    } else if (answered.token() != expected.answer().orElseThrow()) {
      reasons.add("the answer is not the oracle's, " + word(expected.accepts()));
    }
    boolean accepts = decoding.outcome().answer().orElse(-1) == problem.tokens().answer(true);
    List<ChainStep> chain = problem.tokens().chain(instance, decoding.chain());
    ChainCheck.firstViolation(instance, chain, accepts).ifPresent(reasons::add);
    int[] wanted = Arrays.copyOf(expected.continuation(), expected.steps());
    int difference = Arrays.mismatch(wanted, decoding.chain());
    if (difference >= 0) {
      reasons.add("step " + (difference + 1) + " differs from the search's own chain");
    }
    Optional<Boolean> label = question.labelled().truth();
    if (label.isPresent() && label.get() != expected.accepts()) {
      reasons.add("the label says " + word(label.get()) + ", the oracle " + word(!label.get()));
    }
    return reasons;
  }

  private static String word(boolean reachable) {
    return reachable ? "reachable" : "not reachable";
  }
}
