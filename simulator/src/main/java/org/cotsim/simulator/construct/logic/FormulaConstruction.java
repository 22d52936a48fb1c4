package org.cotsim.simulator.construct.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.languages.logic.Formula;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.ProjectedNorms;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/**
 * Decides a formula of past temporal logic with counting without any intermediate token.
 *
 * <p>Each operator is a head: {@code O} and {@code H} look for a flag, {@code Y} and {@code S} for
 * the latest one, each {@code #(f)} is an average, and a remainder looks for a multiple among
 * positions. Boolean combinations are tables of the feed-forward sublayer that follows, and
 * comparisons of counts are made by the norm alone. At the end of the input one head copies the
 * truth at the last letter.
 *
 * <p>Cost: at most operator depth + 2 layers, a head for each different operator and count; one
 * layer more for each level of Boolean operators that has more than 4 096 cases. Source: the
 * translation of TL[#] into transformers of Yang and Chiang, "Counting like transformers", 2024;
 * the heads, their gaps and the comparison by the norm are this project's.
 */
public final class FormulaConstruction implements Construction<List<String>> {

  private final Formula formula;
  private final ConstructionOptions options;
  private final Vocabulary vocabulary;
  private final FormulaPlan plan;
  private final int largestReading;
  private final Map<String, Integer> inputTokens = new HashMap<>();

  private FormulaConstruction(Formula formula, List<String> letters, ConstructionOptions options) {
    problem(options)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    this.formula = formula;
    this.options = options;
    this.vocabulary = vocabulary(letters);
    this.plan = new FormulaPlan(formula, letters);
    for (String letter : letters) {
      inputTokens.put(letter, vocabulary.id(letter, Token.Role.INPUT));
    }
    this.largestReading =
        ProjectedNorms.largestReading(
            new FormulaWeights(formula, plan, vocabulary, options.uncertified(), 1, 0)
                .unnormed()
                .model());
  }

  /**
   * The construction for a formula over letters, among which are all that occur in it.
   *
   * @throws IllegalArgumentException for options that it does not have, see {@link #problem}, or a
   *     remainder that depends on too many different counts
   */
  public static FormulaConstruction of(
      Formula formula, List<String> letters, ConstructionOptions options) {
    return new FormulaConstruction(formula, letters, options);
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    if (options.mask().isPresent()) {
      return Optional.of("a formula has heads of both masks; the mask cannot be chosen");
    }
    if (options.normProblem().isPresent() || options.softmaxProblem().isPresent()) {
      return options.normProblem().or(options::softmaxProblem);
    }
    if (options.hash() != Hash.SCALED) {
      return Optional.of("a formula compares positions by the scaled hash; choose no other");
    }
    return options.positions() == Positions.EMBEDDED
        ? Optional.of("a formula counts by attention; there is no embedded variant")
        : Optional.empty();
  }

  private static Vocabulary vocabulary(List<String> letters) {
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token("$", Token.Role.START));
    letters.forEach(letter -> tokens.add(new Token(letter, Token.Role.INPUT)));
    tokens.add(new Token("#", Token.Role.THINK));
    tokens.add(new Token("reject", Token.Role.ANSWER));
    tokens.add(new Token("accept", Token.Role.ANSWER));
    return new Vocabulary(tokens);
  }

  @Override
  public ConstructionOptions options() {
    return options;
  }

  @Override
  public String steps() {
    return "0";
  }

  @Override
  public Certificate certificate(Extent extent) {
    return weights(extent).certificate();
  }

  @Override
  public ConstructedDecoder<List<String>> compile(Extent extent) throws NotCertifiedException {
    FormulaWeights weights = weights(extent);
    if (options.certified() && !weights.certificate().holds()) {
      throw new NotCertifiedException(weights.certificate(), largestCertified());
    }
    return new ConstructedDecoder<>(weights.assembly(), weights.certificate(), this::prompt);
  }

  private FormulaWeights weights(Extent extent) {
    return new FormulaWeights(formula, plan, vocabulary, options, extent.length(), largestReading);
  }

  private int[] prompt(List<String> word) {
    int[] prompt = new int[word.size() + 2];
    prompt[0] = vocabulary.id("$", Token.Role.START);
    int i = 1;
    for (String letter : word) {
      Integer token = inputTokens.get(letter);
      if (token == null) {
        throw new IllegalArgumentException("not a letter of the alphabet: " + letter);
      }
      prompt[i++] = token;
    }
    prompt[i] = vocabulary.id("#", Token.Role.THINK);
    return prompt;
  }

  /** The token of an answer. */
  public int answerToken(boolean accept) {
    return vocabulary.id(accept ? "accept" : "reject", Token.Role.ANSWER);
  }
}
