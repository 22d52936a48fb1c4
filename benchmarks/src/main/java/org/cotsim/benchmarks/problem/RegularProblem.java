package org.cotsim.benchmarks.problem;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.automaton.Conformance;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.WordSampler;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.DfaOracle;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.regular.DfaConstruction;

/** Membership in a regular language, decided by the run of its minimal automaton. */
public final class RegularProblem implements Problem<List<String>> {

  private final RegularLanguage language;
  private final String summary;
  private final String languageClass;
  private final DfaOracle oracle;
  private final DfaConstruction<Integer, String> tokens;

  /**
   * The problem of a language.
   *
   * @param summary what the language is, in one line
   * @param languageClass where it stands in theory, in plain words
   */
  public RegularProblem(RegularLanguage language, String summary, String languageClass) {
    this.language = language;
    this.summary = summary;
    this.languageClass = languageClass;
    this.oracle = new DfaOracle(language);
    this.tokens = DfaConstruction.of(language.dfa(), language.alphabet());
  }

  public RegularLanguage language() {
    return language;
  }

  @Override
  public String name() {
    return language.name();
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String languageClass() {
    return languageClass;
  }

  @Override
  public List<String> notes() {
    return language.notes();
  }

  @Override
  public DfaConstruction<Integer, String> construction(ConstructionOptions options)
      throws ExperimentException {
    Optional<String> problem = DfaConstruction.problem(options);
    if (problem.isPresent()) {
      throw new ExperimentException(problem.get());
    }
    return DfaConstruction.of(language.dfa(), language.alphabet(), options);
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
    return n + 1L;
  }

  @Override
  public Expected expected(List<String> word, long limit) {
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
  public Optional<MachineScene> scene(List<String> word, int steps) {
    List<Integer> run = Arrays.stream(oracle.run(word)).limit(steps).boxed().toList();
    return Optional.of(new MachineScene.Automaton(language, run));
  }

  @Override
  public String sampling() {
    return "balanced between accepted and rejected";
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
  public Iterator<List<String>> exhaustive(int length) {
    return Words.exhaustive(language.alphabet(), length).iterator();
  }

  @Override
  public Iterator<List<String>> conformance(int extraStates) {
    return new Conformance(language, extraStates).words();
  }

  @Override
  public String conformanceEvidence(int extraStates) {
    return "differs on some word from every DFA that decides another language with at most "
        + (language.size() + extraStates)
        + " states (Wp-method)";
  }
}
