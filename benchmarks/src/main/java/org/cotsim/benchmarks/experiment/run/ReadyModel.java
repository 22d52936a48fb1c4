package org.cotsim.benchmarks.experiment.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.InputSize;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/**
 * A model that is there already, not built for a run.
 *
 * @param assembly the weights and the words that explain them
 * @param certificate what is claimed of it
 */
public record ReadyModel(Assembly assembly, Certificate certificate) {

  /**
   * The model as a decoder of a problem, whose oracle then says what is right.
   *
   * @throws ExperimentException if the problem's decoders have other tokens
   */
  public <I> ConstructedDecoder<I> decoderOf(Problem<I> problem) throws ExperimentException {
    try {
      ConstructedDecoder<I> own = own(problem);
      if (!own.model().vocabulary().tokens().equals(vocabulary().tokens())) {
        throw new ExperimentException("the problem " + problem.name() + " has other tokens");
      }
      return new ConstructedDecoder<>(assembly, certificate, own.encoding());
    } catch (NotCertifiedException e) {
      throw new ExperimentException(e);
    }
  }

  /** A decoder of the problem with the same prompts; tokens do not depend on the extent. */
  private <I> ConstructedDecoder<I> own(Problem<I> problem)
      throws ExperimentException, NotCertifiedException {
    ConstructionOptions options = ConstructionOptions.defaults();
    if (blanks() == 0) {
      return problem.construction(options).compile(Extent.of(1));
    }
    return WaysToBuild.of(problem)
        .limited(Currency.PADDING, blanks())
        .construction(options)
        .compile(new Extent(Math.toIntExact(certificate.maxLength()), 0));
  }

  /** The blanks of every prompt: what the positions leave beside the longest input. */
  private int blanks() {
    return vocabulary().withRole(Role.PADDING).size() == 0
        ? 0
        : Math.toIntExact(assembly.model().longestSequence() - 2 - certificate.maxLength());
  }

  /** Decodes an input of the problem that the decoder is for. */
  public <I> DecodedInput run(
      Problem<I> problem,
      ConstructedDecoder<I> decoder,
      I input,
      Optional<Budget> budget,
      Executor executor)
      throws ExperimentException {
    return InputDecoder.of(
        problem,
        input,
        problem.expected(input),
        budget,
        Long.MAX_VALUE,
        (length, expected) -> checked(decoder, length, expected.steps()),
        executor);
  }

  private <I> ConstructedDecoder<I> checked(ConstructedDecoder<I> decoder, long length, long steps)
      throws ExperimentException {
    if (length > certificate.maxLength() || steps > certificate.maxSteps()) {
      throw new ExperimentException(
          "the model is compiled for inputs of up to %d and chains of up to %d tokens, not %d and %d"
              .formatted(certificate.maxLength(), certificate.maxSteps(), length, steps));
    }
    return decoder;
  }

  /** The texts of the input tokens. */
  public Alphabet<String> alphabet() {
    return Alphabets.fromList(
        vocabulary().withRole(Role.INPUT).stream()
            .mapToObj(id -> vocabulary().token(id).text())
            .toList());
  }

  /** Reads a word over the input tokens. */
  public List<String> parse(String word) throws InputException {
    return Words.parse(word, alphabet());
  }

  /**
   * Decodes a word where there is no oracle; before padding it must be of the full length.
   *
   * @param budget empty for as many steps as the model is compiled for
   */
  public DecodedInput run(List<String> word, Optional<Budget> budget, Executor executor)
      throws ExperimentException {
    int[] prompt = prompt(word);
    ConstructedDecoder<List<String>> decoder =
        new ConstructedDecoder<>(assembly, certificate, any -> prompt);
    long steps = budget.isPresent() ? steps(budget.get().formula(), word) : certificate.maxSteps();
    checked(decoder, word.size(), steps);
    boolean thinks = decoder.model().feedback().isPresent();
    if (budget.isPresent() && budget.get().currency() == Currency.THOUGHTS && !thinks) {
      throw new ExperimentException("the model has no thoughts; --budget counts its steps");
    }
    Decoding decoding = new Decoder(decoder.model(), executor).decode(decoder.prompt(word), steps);
    return new DecodedInput(
        word.size(),
        budget.map(Budget::currency).orElse(Currency.STEPS),
        steps,
        OptionalLong.empty(),
        OptionalLong.empty(),
        AnswerText.texts(vocabulary(), decoding.chain()),
        AnswerText.of(vocabulary(), decoding.output(), decoding.outcome().answer()),
        decoding.outcome(),
        Optional.empty(),
        false,
        certificate);
  }

  /** The tokens before the chain; before padding a word must be of the full length. */
  public int[] prompt(List<String> word) throws ExperimentException {
    List<Integer> prompt = new ArrayList<>();
    prompt.add(only(Role.START));
    word.forEach(symbol -> prompt.add(vocabulary().id(symbol, Role.INPUT)));
    if (blanks() > 0) {
      requireFull(word.size());
      prompt.addAll(Collections.nCopies(blanks(), only(Role.PADDING)));
    }
    prompt.add(only(Role.THINK));
    return prompt.stream().mapToInt(Integer::intValue).toArray();
  }

  private void requireFull(int length) throws ExperimentException {
    if (length != certificate.maxLength()) {
      throw new ExperimentException(
          "the model has padding at fixed positions after inputs of %d tokens, not of %d"
              .formatted(certificate.maxLength(), length));
    }
  }

  private long steps(StepBudget budget, List<String> word) throws ExperimentException {
    try {
      return budget.at(new InputSize(word.size(), certificate.maxSteps(), Optional.empty()));
    } catch (FormulaException e) {
      throw new ExperimentException(e);
    }
  }

  private int only(Role role) throws ExperimentException {
    if (vocabulary().withRole(role).size() != 1) {
      throw new ExperimentException(
          "the model has " + vocabulary().withRole(role).size() + " tokens of the role " + role);
    }
    return vocabulary().withRole(role).id(0);
  }

  private Vocabulary vocabulary() {
    return assembly.model().vocabulary();
  }
}
