package org.cotsim.benchmarks.problem.logic;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import net.automatalib.alphabet.Alphabet;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.ConformanceSuite;
import org.cotsim.benchmarks.problem.DecidedByAutomaton;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.WordsOfEveryLength;
import org.cotsim.benchmarks.problem.WordsOverAlphabet;
import org.cotsim.languages.automaton.Conformance;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.WordSampler;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.FormulaAutomaton;
import org.cotsim.languages.oracle.FormulaInterpreter;
import org.cotsim.languages.read.logic.Sentence;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.logic.FormulaConstruction;

/**
 * Membership in the language of a formula, decided by its interpreter; without counting the minimal
 * automaton gives a conformance suite and balanced words too.
 */
public final class FormulaProblem
    implements AllInputs<List<String>>,
        RandomInputs<List<String>>,
        ConformanceSuite<List<String>>,
        DecidedByAutomaton<List<String>>,
        WordsOfEveryLength<List<String>>,
        WordsOverAlphabet {

  private final String name;
  private final Sentence sentence;
  private final FormulaInterpreter oracle;
  private final FormulaConstruction tokens;
  private Optional<RegularLanguage> automaton = Optional.empty(); // made when first asked for

  private FormulaProblem(String name, Sentence sentence) {
    this.name = name;
    this.sentence = sentence;
    this.oracle = new FormulaInterpreter(sentence.formula());
    this.tokens = construct(ConstructionOptions.defaults());
  }

  /**
   * The problem of a formula.
   *
   * @param name as a person asked for it
   * @throws InputException if no decoder can be built for it
   */
  public static FormulaProblem of(String name, Sentence sentence) throws InputException {
    try {
      return new FormulaProblem(name, sentence);
    } catch (IllegalArgumentException e) {
      throw InputException.in(name, e.getMessage());
    }
  }

  /** The formula. */
  public Formula formula() {
    return sentence.formula();
  }

  @Override
  public Alphabet<String> alphabet() {
    return sentence.alphabet();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return "words at whose last letter holds " + sentence.formula();
  }

  @Override
  public String languageClass() {
    return sentence.formula().counts()
        ? "past temporal logic with counting (in TC0)"
        : "past temporal logic (star-free)";
  }

  @Override
  public List<String> notes() {
    return List.of("the letters are " + String.join(" ", sentence.alphabet()));
  }

  @Override
  public FormulaConstruction build(ConstructionOptions options) throws ExperimentException {
    Optional<String> problem = FormulaConstruction.problem(options);
    if (problem.isPresent()) {
      throw new ExperimentException(problem.get());
    }
    return construct(options);
  }

  private FormulaConstruction construct(ConstructionOptions options) {
    return FormulaConstruction.of(sentence.formula(), List.copyOf(sentence.alphabet()), options);
  }

  @Override
  public List<String> parse(String text) throws InputException {
    return Words.parse(text, sentence.alphabet());
  }

  @Override
  public String format(List<String> word) {
    return Words.format(word, sentence.alphabet());
  }

  @Override
  public int length(List<String> word) {
    return word.size();
  }

  @Override
  public long mostSteps(int n) {
    return 0;
  }

  @Override
  public Expected expected(List<String> word, long limit) {
    boolean accepts = oracle.accepts(word);
    return Expected.answered(new int[] {tokens.answerToken(accepts)}, 0, accepts);
  }

  @Override
  public String sampling() {
    return sentence.formula().counts()
        ? "words of random letter frequencies and runs; every other one accepted, where one such is"
            + " found among "
            + FormulaWords.TRIES
        : "balanced between accepted and rejected";
  }

  @Override
  public Iterator<List<String>> random(int length, long seed) throws InputException {
    if (sentence.formula().counts()) {
      return new FormulaWords(oracle, sentence.alphabet(), length, seed);
    }
    WordSampler sampler = WordSampler.of(minimal(), length, seed);
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
  public Optional<RegularLanguage> automaton() throws InputException {
    return sentence.formula().counts() ? Optional.empty() : Optional.of(minimal());
  }

  private RegularLanguage minimal() throws InputException {
    if (automaton.isEmpty()) {
      automaton = Optional.of(FormulaAutomaton.of(name, sentence.formula(), sentence.alphabet()));
    }
    return automaton.get();
  }

  @Override
  public List<String> uniform(int length, long seed) {
    return Words.uniform(sentence.alphabet(), length, seed);
  }

  @Override
  public List<String> alternating(int length) {
    return Words.alternating(sentence.alphabet(), length);
  }

  @Override
  public int chain(int length) {
    return 0;
  }

  @Override
  public Optional<BigInteger> count(int length) {
    return Optional.of(Words.count(sentence.alphabet(), length));
  }

  @Override
  public Iterator<List<String>> exhaustive(int length) {
    return Words.exhaustive(sentence.alphabet(), length).iterator();
  }

  @Override
  public Iterator<List<String>> conformance(int extraStates) throws ExperimentException {
    return new Conformance(language(), extraStates).words();
  }

  @Override
  public RegularLanguage language() throws ExperimentException {
    if (sentence.formula().counts()) {
      throw new ExperimentException(
          name + " counts, and only of formulas that do not is a finite automaton made");
    }
    try {
      return minimal();
    } catch (InputException e) {
      throw new ExperimentException(e);
    }
  }

  @Override
  public String conformanceEvidence(int extraStates) {
    int states = automaton.map(RegularLanguage::size).orElse(0);
    return ConformanceSuite.evidence(states + extraStates);
  }
}
