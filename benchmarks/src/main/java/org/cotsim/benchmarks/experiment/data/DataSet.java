package org.cotsim.benchmarks.experiment.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;

/**
 * Makes examples one at a time: inputs as a sweep draws them, the oracle's chain cut at each step
 * budget, an answer.
 *
 * <p>The same request gives the same examples in the same order. Memory: one example, whatever the
 * number of samples.
 */
public record DataSet(DataRequest request) {

  /** Takes the examples of one problem and length. */
  public interface Sink {
    /** Begins them. */
    void begin(Example.Source source) throws IOException;

    void add(Example example) throws IOException;
  }

  /**
   * Makes the examples of one problem at one length.
   *
   * @throws ExperimentException also if a machine does not answer within the steps allowed
   * @throws DisagreementException if the decoder gives another chain or answer than the oracle
   */
  public <I> DataCell cell(Problem<I> named, int n, Sink sink, Progress progress)
      throws ExperimentException, InputException, IOException, DisagreementException {
    try {
      Problem<I> problem = VocabularyByLength.suited(named, n);
      Iterator<I> inputs =
          RandomInputs.of(problem).random(n, RandomInputs.seedOf(problem, request.seed()));
      return new Cell<>(problem, n, sink).make(inputs, progress);
    } catch (ExperimentException e) {
      throw new ExperimentException("%s, n = %d: %s".formatted(named.name(), n, e.getMessage()));
    }
  }

  /** One problem at one length. */
  private final class Cell<I> {

    private final Problem<I> problem;
    private final int n;
    private final Sink sink;
    private final CompiledModels<I> models;
    private final Map<Split, Long> examples = new EnumMap<>(Split.class);
    private final Map<Split, Long> accepted = new EnumMap<>(Split.class);
    private final CellNotes notes;
    private long corrupted;
    private long positives;
    private long checked;

    Cell(Problem<I> problem, int n, Sink sink) throws ExperimentException {
      this.problem = problem;
      this.n = n;
      this.sink = sink;
      this.models = request.setup().compiled(problem);
      this.notes = new CellNotes(problem, n);
    }

    DataCell make(Iterator<I> inputs, Progress progress)
        throws ExperimentException, IOException, DisagreementException {
      ExampleMaker<I> maker = null;
      for (int i = 0; i < request.samples(); i++) {
        I input = inputs.next();
        Expected expected = problem.expected(input).requireAnswer();
        if (maker == null) {
          ConstructedDecoder<I> decoder = models.forRun(problem.promptLength(input), expected);
          maker = new ExampleMaker<>(request, problem, models, decoder);
          sink.begin(
              new Example.Source(
                  problem.name(),
                  problem.summary(),
                  n,
                  problem instanceof VocabularyByLength,
                  decoder.model().vocabulary()));
        }
        if (i < request.checked()) {
          check(input, expected);
        }
        positives += expected.accepts() ? 1 : 0;
        add(maker.examples(input, expected, i), expected.accepts());
        progress.done(1);
      }
      return new DataCell(
          problem.name(),
          n,
          examples,
          positives,
          request.samples(),
          corrupted,
          checked,
          notes.of(request, examples, accepted, corrupted));
    }

    private void add(List<Example> made, boolean accepts) throws ExperimentException, IOException {
      for (Example example : made) {
        notes.requireLength(request.splits(), example.n());
        examples.merge(example.split(), 1L, Long::sum);
        accepted.merge(example.split(), accepts ? 1L : 0L, Long::sum);
        corrupted += example.firstWrong().isPresent() ? 1 : 0;
        sink.add(example);
      }
    }

    private void check(I input, Expected expected)
        throws ExperimentException, DisagreementException {
      ConstructedDecoder<I> decoder = models.forRun(problem.promptLength(input), expected);
      Decoding decoding =
          new Decoder(decoder.model(), request.setup().executor())
              .decode(decoder.prompt(input), expected.steps());
      int[] chain = Arrays.copyOf(expected.continuation(), expected.steps());
      if (!Arrays.equals(chain, decoding.chain())
          || !expected.isGivenBy(decoding, decoding.outcome())) {
        throw new DisagreementException(
            "%s: on %s the decoder gives %s, the oracle %s"
                .formatted(
                    problem.name(),
                    problem.format(input),
                    AnswerText.texts(decoder.model().vocabulary(), decoding.chain()),
                    AnswerText.texts(decoder.model().vocabulary(), expected.continuation())));
      }
      checked++;
    }
  }
}
