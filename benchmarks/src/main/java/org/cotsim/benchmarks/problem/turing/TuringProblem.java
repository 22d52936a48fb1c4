package org.cotsim.benchmarks.problem.turing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.DecidedByMachine;
import org.cotsim.benchmarks.problem.DrawnMachine;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.MachineSituation;
import org.cotsim.benchmarks.problem.MachineTapes;
import org.cotsim.benchmarks.problem.OracleChain;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.StepLimits;
import org.cotsim.benchmarks.problem.TapeContents;
import org.cotsim.benchmarks.problem.UnboundedRuns;
import org.cotsim.benchmarks.problem.VocabularyByInput;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.problem.WrittenInSymbols;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.catalogue.TuringWords;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.oracle.TuringRun;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.turing.ForgettingConstruction;
import org.cotsim.simulator.construct.turing.TuringConstruction;
import org.cotsim.simulator.construct.turing.TuringTokens;

/** What a Turing machine decides or computes, checked against its interpreter step by step. */
public final class TuringProblem
    implements AllInputs<List<String>>,
        RandomInputs<List<String>>,
        DecidedByMachine<List<String>>,
        DrawnMachine<List<String>>,
        MachineSituation<List<String>>,
        MachineTapes<List<String>>,
        UnboundedRuns<List<String>>,
        VocabularyByInput<List<String>>,
        WaysToBuild<List<String>>,
        WrittenInSymbols {

  private final TuringMachine machine;
  private final String name;
  private final String summary;
  private final String complexity;
  private final boolean known;
  private final Optional<TuringEntry> entry;
  private final long most;
  private final Alphabet<String> alphabet;
  private final TuringTokens tokens;
  private final Optional<ForgettingChain> forgetting;

  private TuringProblem(
      TuringMachine machine,
      String name,
      String summary,
      String complexity,
      boolean known,
      Optional<TuringEntry> entry,
      long most,
      boolean forgets) {
    this.known = known;
    this.most = most;
    this.machine = machine;
    this.name = name;
    this.summary = summary;
    this.complexity = complexity;
    this.entry = entry;
    this.alphabet = Alphabets.fromCollection(machine.inputAlphabet());
    this.tokens = TuringConstruction.of(machine).tokens();
    this.forgetting =
        forgets
            ? Optional.of(new ForgettingChain(machine, ForgettingConstruction.of(machine).tokens()))
            : Optional.empty();
  }

  /**
   * A problem of the catalogue.
   *
   * @param most runs are stopped after so many steps
   */
  public static TuringProblem of(TuringEntry entry, long most) {
    return new TuringProblem(
        entry.machine(),
        entry.name(),
        entry.summary(),
        entry.languageClass(),
        true,
        Optional.of(entry),
        most,
        false);
  }

  /**
   * A machine of which nothing is known.
   *
   * @param most runs are stopped after so many steps
   */
  public static TuringProblem of(TuringMachine machine, String name, String summary, long most) {
    return new TuringProblem(
        machine, name, summary, "a Turing machine", false, Optional.empty(), most, false);
  }

  /**
   * A machine of which is said what problem it solves, without the entry of the catalogue that says
   * so.
   *
   * @param most runs are stopped after so many steps
   */
  public static TuringProblem known(
      TuringMachine machine, String name, String summary, String complexity, long most) {
    return new TuringProblem(
        machine, name, summary, complexity, true, Optional.empty(), most, false);
  }

  @Override
  public TuringMachine machine() {
    return machine;
  }

  @Override
  public boolean isKnown() {
    return known;
  }

  @Override
  public Alphabet<String> alphabet() {
    return alphabet;
  }

  @Override
  public String name() {
    return name + (forgetting.isPresent() ? " by forgetting" : "");
  }

  @Override
  public String subject() {
    return name;
  }

  @Override
  public List<Recipe> ways() {
    return List.of(Recipe.THEOREM2, Recipe.FORGETTING);
  }

  @Override
  public TuringProblem by(Recipe recipe) throws ExperimentException {
    return switch (recipe) {
      case THEOREM2 -> with(machine, false);
      case FORGETTING -> with(machine, true);
      default -> throw lacking(recipe);
    };
  }

  @Override
  public Recipe recipe() {
    return forgetting.isPresent() ? Recipe.FORGETTING : Recipe.THEOREM2;
  }

  @Override
  public Currency currency() {
    return spends().get(0);
  }

  @Override
  public List<Currency> spends() {
    return forgetting.isPresent()
        ? List.of(Currency.CONTEXT, Currency.STEPS)
        : List.of(Currency.STEPS);
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String languageClass() {
    return complexity;
  }

  @Override
  public List<String> notes() {
    return !known && machine.outputTape().isPresent()
        ? List.of("the answer is the first tape from cell 0 up to the first blank, no more")
        : List.of();
  }

  @Override
  public Construction<List<String>> build(ConstructionOptions options) throws ExperimentException {
    Optional<String> problem =
        forgetting.isPresent()
            ? ForgettingConstruction.problem(options)
            : TuringConstruction.problem(options);
    if (problem.isPresent()) {
      throw new ExperimentException(problem.get());
    }
    return forgetting.isPresent()
        ? ForgettingConstruction.of(machine, options)
        : TuringConstruction.of(machine, options);
  }

  /** Machines of files take words with the blank in them too, see {@link #forInput}. */
  @Override
  public List<String> parse(String text) throws InputException {
    if (known) {
      return Words.parse(text, alphabet);
    }
    List<String> word =
        Words.parse(text, Alphabets.fromCollection(machine.withBlankAsInput().inputAlphabet()));
    if (machine.inputAlphabet().isEmpty() && !word.isEmpty()) {
      throw InputException.in("word", "this machine reads the empty word only");
    }
    return word;
  }

  @Override
  public TuringProblem forInput(List<String> word) {
    return word.contains(machine.symbols().get(TuringMachine.BLANK))
        ? with(machine.withBlankAsInput())
        : this;
  }

  private TuringProblem with(TuringMachine other) {
    return with(other, forgetting.isPresent());
  }

  private TuringProblem with(TuringMachine other, boolean forgets) {
    return new TuringProblem(other, name, summary, complexity, known, entry, most, forgets);
  }

  @Override
  public TuringProblem answering(boolean withTape) throws ExperimentException {
    if (!withTape) {
      return with(machine.withOutput(OptionalInt.empty()));
    }
    if (machine.outputTape().isPresent()) {
      return this;
    }
    if (machine.readOnlyInput()) {
      throw new ExperimentException(
          "--output tape: " + name + " only reads its first tape, and has no other to answer with");
    }
    return with(machine.withOutput(OptionalInt.of(0)));
  }

  @Override
  public List<TapeContents> tapes(List<String> word, List<String> chain) {
    return known || forgetting.isPresent() ? List.of() : TapeContents.after(machine, word, chain);
  }

  @Override
  public String format(List<String> word) {
    return Words.format(word, alphabet);
  }

  @Override
  public int length(List<String> word) {
    return word.size();
  }

  @Override
  public long mostSteps(int n) {
    long machineSteps = entry.isPresent() ? entry.get().steps().at(n) : Long.MAX_VALUE;
    long needed = forgetting.isPresent() ? forgetting.get().mostTokens(machineSteps) : machineSteps;
    if (most == StepLimits.AS_NEEDED) {
      return needed <= StepLimits.MOST_AS_NEEDED ? needed : StepLimits.DEFAULT_STEPS;
    }
    return Math.min(most, needed);
  }

  @Override
  public Expected expected(List<String> word, long limit) {
    if (forgetting.isPresent()) {
      return forgetting.get().expected(word, limit);
    }
    TuringRun run = TuringInterpreter.start(machine, word);
    IntStream.Builder chain = IntStream.builder();
    int steps = 0;
    while (steps < limit && run.step()) {
      chain.add(tokens.step(run.latestAction()));
      steps++;
    }
    if (!run.halted()) {
      return Expected.stopped(chain.build().toArray());
    }
    boolean accepts = run.verdict() == Verdict.ACCEPTED;
    if (accepts && machine.outputTape().isPresent()) {
      for (String symbol : run.output()) {
        chain.add(tokens.output(machine.symbols().indexOf(symbol)));
      }
    }
    chain.add(accepts ? tokens.acceptOrEnd() : tokens.reject());
    return Expected.answered(chain.build().toArray(), steps, accepts);
  }

  @Override
  public boolean holdsNoChain() {
    return forgetting.isEmpty();
  }

  @Override
  public OracleChain chain(List<String> word, long limit) {
    return forgetting.isPresent()
        ? OracleChain.of(forgetting.get().expected(word, limit), limit)
        : new MachineChain(machine, tokens, word, limit);
  }

  @Override
  public String situation(List<String> word, long steps) {
    return forgetting.isPresent()
        ? forgetting.get().situation(word, steps)
        : TuringInterpreter.run(machine, word, steps).configuration().toString();
  }

  @Override
  public MachineScene scene(List<String> word, int steps) {
    TuringRun run = TuringInterpreter.start(machine, word);
    List<Integer> actions = new ArrayList<>();
    while (actions.size() < steps && run.step()) {
      actions.add(run.latestAction());
    }
    return new MachineScene.Tapes(machine, word, actions);
  }

  @Override
  public String sampling() {
    return entry.isPresent() ? "" : "uniform among all words";
  }

  @Override
  public Iterator<List<String>> random(int length, long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Optional<TuringWords> words = entry.map(TuringEntry::words);
    return Stream.generate(
            () -> words.isPresent() ? words.get().random(length, random) : uniform(length, random))
        .iterator();
  }

  private List<String> uniform(int length, Random random) {
    List<String> symbols = machine.inputAlphabet();
    return symbols.isEmpty()
        ? List.of()
        : Stream.generate(() -> symbols.get(random.nextInt(symbols.size()))).limit(length).toList();
  }

  @Override
  public Optional<BigInteger> count(int length) {
    return entry.isPresent()
        ? entry.get().words().count(length)
        : Optional.of(Words.count(alphabet, length));
  }

  @Override
  public Iterator<List<String>> exhaustive(int length) {
    if (entry.isPresent()) {
      return entry.get().words().upTo(length).filter(word -> word.size() == length).iterator();
    }
    return alphabet.isEmpty() && length > 0
        ? List.<List<String>>of().iterator()
        : Words.exhaustive(alphabet, length).iterator();
  }
}
