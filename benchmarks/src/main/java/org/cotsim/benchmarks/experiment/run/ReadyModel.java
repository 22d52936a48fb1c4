package org.cotsim.benchmarks.experiment.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.automatalib.alphabet.impl.Alphabets;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
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
import org.cotsim.simulator.model.Token;
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
      ConstructedDecoder<I> own =
          problem
              .construction(ConstructionOptions.defaults())
              .compile(Extent.of(1)); // tokens do not depend on the extent
      if (!own.model().vocabulary().tokens().equals(vocabulary().tokens())) {
        throw new ExperimentException("the problem " + problem.name() + " has other tokens");
      }
      return new ConstructedDecoder<>(assembly, certificate, own.encoding());
    } catch (NotCertifiedException e) {
      throw new ExperimentException(e);
    }
  }

  /** Decodes an input of the problem that the decoder is for. */
  public <I> DecodedInput run(
      Problem<I> problem,
      ConstructedDecoder<I> decoder,
      I input,
      Optional<StepBudget> budget,
      Executor executor)
      throws ExperimentException {
    return InputDecoder.of(
        problem, input, budget, (length, steps) -> checked(decoder, length, steps), executor);
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

  /** Reads a word over the input tokens. */
  public List<String> parse(String word) throws InputException {
    List<String> symbols =
        vocabulary().withRole(Token.Role.INPUT).stream()
            .mapToObj(id -> vocabulary().token(id).text())
            .toList();
    return Words.parse(word, Alphabets.fromCollection(symbols));
  }

  /**
   * Decodes a word where there is no oracle.
   *
   * @param budget empty for as many steps as the model is compiled for
   */
  public DecodedInput run(List<String> word, Optional<StepBudget> budget, Executor executor)
      throws ExperimentException {
    List<Integer> prompt = new ArrayList<>();
    prompt.add(only(Token.Role.START));
    word.forEach(symbol -> prompt.add(vocabulary().id(symbol, Token.Role.INPUT)));
    prompt.add(only(Token.Role.THINK));
    ConstructedDecoder<List<String>> decoder =
        new ConstructedDecoder<>(
            assembly, certificate, any -> prompt.stream().mapToInt(Integer::intValue).toArray());
    long steps = budget.isPresent() ? steps(budget.get(), word) : certificate.maxSteps();
    checked(decoder, word.size(), steps);
    Decoding decoding = new Decoder(decoder.model(), executor).decode(decoder.prompt(word), steps);
    return new DecodedInput(
        word.size(),
        steps,
        OptionalLong.empty(),
        AnswerText.texts(vocabulary(), decoding.chain()),
        AnswerText.of(vocabulary(), decoding.output(), decoding.outcome().answer()),
        decoding.outcome(),
        Optional.empty(),
        false,
        certificate);
  }

  private long steps(StepBudget budget, List<String> word) throws ExperimentException {
    try {
      return budget.at(new InputSize(word.size(), certificate.maxSteps(), Optional.empty()));
    } catch (FormulaException e) {
      throw new ExperimentException(e);
    }
  }

  private int only(Token.Role role) throws ExperimentException {
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
