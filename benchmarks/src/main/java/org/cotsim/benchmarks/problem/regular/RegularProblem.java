package org.cotsim.benchmarks.problem.regular;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import net.automatalib.alphabet.Alphabet;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.ConformanceSuite;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.DecidedByAutomaton;
import org.cotsim.benchmarks.problem.DrawnMachine;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Floor;
import org.cotsim.benchmarks.problem.KnownFloors;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.TemperatureBound;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.problem.WordsOfEveryLength;
import org.cotsim.benchmarks.problem.WordsOverAlphabet;
import org.cotsim.languages.automaton.Conformance;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.WordSampler;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.automaton.algebra.Cascade.NoCascadeException;
import org.cotsim.languages.automaton.algebra.LanguageAlgebra;
import org.cotsim.languages.automaton.algebra.LanguageClass;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.DfaOracle;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.regular.CascadeConstruction;
import org.cotsim.simulator.construct.regular.DfaConstruction;
import org.cotsim.simulator.construct.regular.LoopedConstruction;
import org.cotsim.simulator.construct.regular.OrderedConstruction;

/** Membership in a regular language, decided by the run of its minimal automaton. */
public final class RegularProblem
    implements AllInputs<List<String>>,
        RandomInputs<List<String>>,
        ConformanceSuite<List<String>>,
        DrawnMachine<List<String>>,
        KnownFloors<List<String>>,
        WaysToBuild<List<String>>,
        WordsOfEveryLength<List<String>>,
        TemperatureBound<List<String>>,
        WordsOverAlphabet,
        DecidedByAutomaton<List<String>> {

  private static final int MOST_LOOPS = 1024;

  private static final Floor LOGARITHMIC =
      new Floor(
          "steps",
          "log(n)",
          "saturated attention, fixed layers and vocabulary, precision log n",
          true,
          "O(log n) steps stay in TC0 and the language is complete for NC1, so more are needed unless"
              + " TC0 = NC1; loops are not steps",
          "Merrill and Sabharwal 2025, arXiv 2503.03961, theorem 4");
  private static final Floor LINEAR =
      new Floor(
          "steps",
          "n",
          "unique hard attention",
          false,
          "the decoders here average over ties, and the cascade takes 0 steps",
          "Amiri, Huang, Rofin and Hahn 2025, arXiv 2502.02393");

  private final RegularLanguage language;
  private final String summary;
  private final Supplier<String> languageClass;
  private final DfaOracle oracle;
  private final DfaConstruction<Integer, String> tokens;
  private final Optional<AtOnce> atOnce;

  /** A way that takes no steps. */
  private record AtOnce(Optional<Recipe> recipe, String way, Build build, int accept, int reject) {

    AtOnce(Recipe recipe, Build build, int accept, int reject) {
      this(Optional.of(recipe), " by " + recipe, build, accept, reject);
    }

    int answer(boolean accepts) {
      return accepts ? accept : reject;
    }
  }

  /** Builds with other options. */
  @FunctionalInterface
  private interface Build {
    Construction<List<String>> with(ConstructionOptions options) throws ExperimentException;
  }

  /**
   * The problem of a language.
   *
   * @param summary what the language is, in one line
   * @param languageClass where it stands in theory, in plain words
   */
  public RegularProblem(RegularLanguage language, String summary, String languageClass) {
    this(language, summary, () -> languageClass, Optional.empty());
  }

  /** The problem of a language whose class is computed when somebody asks for it. */
  public RegularProblem(RegularLanguage language, String summary) {
    this(language, summary, () -> classOf(language), Optional.empty());
  }

  private RegularProblem(
      RegularLanguage language,
      String summary,
      Supplier<String> languageClass,
      Optional<AtOnce> atOnce) {
    this.language = language;
    this.summary = summary;
    this.languageClass = languageClass;
    this.oracle = new DfaOracle(language);
    this.tokens = theorem1(language, ConstructionOptions.defaults());
    this.atOnce = atOnce;
  }

  private static String classOf(RegularLanguage language) {
    LanguageClass known = LanguageAlgebra.of(language.dfa()).languageClass();
    return known == LanguageClass.UNKNOWN ? "regular" : known.toString();
  }

  @Override
  public List<Recipe> ways() {
    return List.of(Recipe.THEOREM1, Recipe.CASCADE, Recipe.LOOPS, Recipe.ORDERED);
  }

  @Override
  public RegularProblem by(Recipe recipe) throws ExperimentException {
    return new RegularProblem(
        language,
        summary,
        languageClass,
        switch (recipe) {
          case THEOREM1 -> Optional.empty();
          case CASCADE -> Optional.of(cascade());
          case LOOPS -> Optional.of(looped(Recipe.LOOPS.toString(), LoopedConstruction::enough));
          case ORDERED -> Optional.of(ordered());
          case SEARCH, THOUGHTS, SQUARING, PADDING, THEOREM2, FORGETTING -> throw lacking(recipe);
        });
  }

  @Override
  public RegularProblem withoutChain() throws ExperimentException {
    AtOnce any;
    try {
      any = cascade();
    } catch (ExperimentException e) {
      any = looped(Recipe.LOOPS.toString(), LoopedConstruction::enough);
    }
    return new RegularProblem(
        language,
        summary,
        languageClass,
        Optional.of(new AtOnce(Optional.empty(), "", any.build(), any.accept(), any.reject())));
  }

  /** With too few loops the answer is that of the end of the word. */
  @Override
  public WaysToBuild<List<String>> limited(Currency currency, long amount)
      throws ExperimentException {
    if (currency != Currency.LOOPS || currency() != Currency.LOOPS) {
      return WaysToBuild.super.limited(currency, amount);
    }
    if (amount > MOST_LOOPS) {
      throw new ExperimentException(
          "%s is built with at most %d loops, not %d".formatted(name(), MOST_LOOPS, amount));
    }
    String way = amount + (amount == 1 ? " loop" : " loops");
    return new RegularProblem(
        language, summary, languageClass, Optional.of(looped(way, any -> (int) amount)));
  }

  private AtOnce cascade() throws ExperimentException {
    try {
      CascadeConstruction<Integer, String> built =
          CascadeConstruction.of(
              language.dfa(),
              language.alphabet(),
              language.stateNames(),
              ConstructionOptions.defaults());
      return new AtOnce(
          Recipe.CASCADE,
          options -> {
            require(CascadeConstruction.problem(options));
            return built.withOptions(options);
          },
          built.answerToken(true),
          built.answerToken(false));
    } catch (NoCascadeException e) {
      throw new ExperimentException(
          language.name() + " has no decoder --by cascade: " + e.getMessage() + remedy(e));
    }
  }

  private static String remedy(NoCascadeException e) {
    return e.isForNoSolvableGroup()
        ? "; no decoder of 0 steps and a fixed number of layers is known, and one would show TC0 = NC1"
        : "";
  }

  private AtOnce looped(String way, IntUnaryOperator loops) throws ExperimentException {
    LoopedConstruction<Integer, String> built =
        LoopedConstruction.of(
                language.dfa(),
                language.alphabet(),
                language.stateNames(),
                ConstructionOptions.defaults())
            .orElseThrow(
                () ->
                    new ExperimentException(
                        "%s has no decoder --by loops: its syntactic monoid has more than %d elements, and the table of all their products is too large"
                            .formatted(language.name(), LoopedConstruction.MOST_ELEMENTS)))
            .withLoops(loops);
    return new AtOnce(
        Optional.of(Recipe.LOOPS),
        " by " + way,
        options -> {
          require(LoopedConstruction.problem(options));
          return built.withOptions(options);
        },
        built.answerToken(true),
        built.answerToken(false));
  }

  private AtOnce ordered() throws ExperimentException {
    OrderedConstruction<Integer, String> built =
        OrderedConstruction.of(
                language.dfa(),
                language.alphabet(),
                language.stateNames(),
                ConstructionOptions.defaults())
            .orElseThrow(
                () ->
                    new ExperimentException(
                        language.name()
                            + " has no decoder --by ordered: its minimal automaton has a cycle of"
                            + " more than one state, so the language is not R-trivial"));
    return new AtOnce(
        Recipe.ORDERED,
        options -> {
          require(OrderedConstruction.problem(options));
          return built.withOptions(options);
        },
        built.answerToken(true),
        built.answerToken(false));
  }

  @Override
  public List<Floor> floors() {
    LanguageClass known = LanguageAlgebra.of(language.dfa()).languageClass();
    if (known == LanguageClass.NON_SOLVABLE) {
      return List.of(LOGARITHMIC);
    }
    return language.name().equals("parity") ? List.of(LINEAR) : List.of();
  }

  private static void require(Optional<String> problem) throws ExperimentException {
    if (problem.isPresent()) {
      throw new ExperimentException(problem.get());
    }
  }

  @Override
  public RegularLanguage language() {
    return language;
  }

  @Override
  public Alphabet<String> alphabet() {
    return language.alphabet();
  }

  @Override
  public Optional<RegularLanguage> automaton() {
    return Optional.of(language);
  }

  @Override
  public String name() {
    return subject() + atOnce.map(AtOnce::way).orElse("");
  }

  @Override
  public String subject() {
    return language.name();
  }

  @Override
  public boolean isBuiltFromAutomaton() {
    return atOnce.isEmpty() || name().equals(subject() + " by " + recipe());
  }

  @Override
  public Recipe recipe() {
    return atOnce.flatMap(AtOnce::recipe).orElse(Recipe.THEOREM1);
  }

  @Override
  public Currency currency() {
    return recipe() == Recipe.LOOPS ? Currency.LOOPS : Currency.STEPS;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String languageClass() {
    return languageClass.get();
  }

  @Override
  public List<String> notes() {
    return language.notes();
  }

  @Override
  public Construction<List<String>> build(ConstructionOptions options) throws ExperimentException {
    return atOnce.isPresent() ? atOnce.get().build().with(options) : theorem1(options);
  }

  /** The construction of theorem 1, whatever the way of this problem. */
  public DfaConstruction<Integer, String> theorem1(ConstructionOptions options)
      throws ExperimentException {
    require(DfaConstruction.problem(options));
    return theorem1(language, options);
  }

  private static DfaConstruction<Integer, String> theorem1(
      RegularLanguage language, ConstructionOptions options) {
    return DfaConstruction.of(language.dfa(), language.alphabet(), language.stateNames(), options);
  }

  @Override
  public List<String> parse(String text) throws InputException {
    return Words.parse(text, language.alphabet());
  }

  @Override
  public String format(List<String> word) {
    return Words.format(word);
  }

  @Override
  public int length(List<String> word) {
    return word.size();
  }

  @Override
  public long mostSteps(int n) {
    return atOnce.isPresent() ? 0 : n + 1L;
  }

  @Override
  public Expected expected(List<String> word, long limit) {
    if (atOnce.isPresent()) {
      boolean accepts = oracle.accepts(word);
      return Expected.answered(new int[] {atOnce.get().answer(accepts)}, 0, accepts);
    }
    int[] run = oracle.run(word);
    int[] continuation = new int[run.length + 1];
    for (int i = 0; i < run.length; i++) {
      continuation[i] = tokens.stateToken(run[i]);
    }
    boolean accepts = oracle.accepts(word);
    continuation[run.length] = tokens.answerToken(accepts);
    return Expected.answered(continuation, run.length, accepts);
  }

  @Override
  public MachineScene scene(List<String> word, int steps) {
    long shown = atOnce.isPresent() ? word.size() + 1L : steps;
    List<Integer> run = Arrays.stream(oracle.run(word)).limit(shown).boxed().toList();
    return new MachineScene.Automaton(language, run);
  }

  @Override
  public String sampling() {
    return "";
  }

  @Override
  public Iterator<List<String>> random(int length, long seed) throws InputException {
    WordSampler sampler = WordSampler.of(language, length, seed);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public List<String> next() {
        return sampler.next();
      }
    };
  }

  @Override
  public double inverseTemperature(ConstructionOptions options, int length)
      throws ExperimentException {
    return theorem1(options).inverseTemperature(length);
  }

  @Override
  public List<String> uniform(int length, long seed) {
    return Words.uniform(language.alphabet(), length, seed);
  }

  @Override
  public List<String> alternating(int length) {
    return Words.alternating(language.alphabet(), length);
  }

  @Override
  public int chain(int length) {
    return (int) mostSteps(length);
  }

  @Override
  public Optional<BigInteger> count(int length) {
    return Optional.of(Words.count(language.alphabet(), length));
  }

  @Override
  public Iterator<List<String>> exhaustive(int length) {
    return Words.exhaustive(language.alphabet(), length).iterator();
  }

  @Override
  public Iterator<List<String>> conformance(int extraStates) {
    return new Conformance(language, extraStates).words();
  }

  @Override
  public String conformanceEvidence(int extraStates) {
    return ConformanceSuite.evidence(language.size() + extraStates);
  }
}
