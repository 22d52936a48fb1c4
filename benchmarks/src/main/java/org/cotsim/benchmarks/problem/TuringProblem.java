package org.cotsim.benchmarks.problem;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.catalogue.TuringWords;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.oracle.TuringRun;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.turing.TuringConstruction;
import org.cotsim.simulator.construct.turing.TuringTokens;

/** What a Turing machine decides or computes, checked against its interpreter step by step. */
public final class TuringProblem implements Problem<List<String>> {

  /** The steps after which a run is stopped unless more are asked for. */
  public static final long DEFAULT_STEPS = 10_000;

  /**
   * The steps that a machine of known running time gets where it {@linkplain #AS_NEEDED needs}
   * them.
   */
  public static final long MOST_AS_NEEDED = 100_000;

  /** A limit that lets machines of known running time finish, and stops all others by default. */
  public static final long AS_NEEDED = 0;

  private final TuringMachine machine;
  private final String name;
  private final String summary;
  private final String complexity;
  private final Optional<TuringEntry> entry;
  private final long most;
  private final Alphabet<String> alphabet;
  private final TuringTokens tokens;

  private TuringProblem(
      TuringMachine machine,
      String name,
      String summary,
      String complexity,
      Optional<TuringEntry> entry,
      long most) {
    this.most = most;
    this.machine = machine;
    this.name = name;
    this.summary = summary;
    this.complexity = complexity;
    this.entry = entry;
    this.alphabet = Alphabets.fromCollection(machine.inputAlphabet());
    this.tokens = TuringConstruction.of(machine).tokens();
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
        entry.complexity(),
        Optional.of(entry),
        most);
  }

  /**
   * A machine of which nothing is known.
   *
   * @param most runs are stopped after so many steps
   */
  public static TuringProblem of(TuringMachine machine, String name, String summary, long most) {
    return new TuringProblem(machine, name, summary, "a Turing machine", Optional.empty(), most);
  }

  @Override
  public String name() {
    return name;
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
    return List.of();
  }

  @Override
  public TuringConstruction construction(ConstructionOptions options) throws ExperimentException {
    Optional<String> problem = TuringConstruction.problem(options);
    if (problem.isPresent()) {
      throw new ExperimentException(problem.get());
    }
    return TuringConstruction.of(machine, options);
  }

  @Override
  public List<String> parse(String text) throws InputException {
    if (machine.inputAlphabet().isEmpty() && !text.isEmpty()) {
      throw InputException.in("word", "this machine reads the empty word only");
    }
    return Words.parse(text, alphabet);
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
    long needed = entry.isPresent() ? entry.get().steps().at(n) : Long.MAX_VALUE;
    if (most == AS_NEEDED) {
      return needed <= MOST_AS_NEEDED ? needed : DEFAULT_STEPS;
    }
    return Math.min(most, needed);
  }

  @Override
  public Expected expected(List<String> word, long limit) {
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
  public String situation(List<String> word, long steps) {
    return TuringInterpreter.run(machine, word, steps).configuration().toString();
  }

  @Override
  public Optional<MachineScene> scene(List<String> word, int steps) {
    TuringRun run = TuringInterpreter.start(machine, word);
    List<Integer> actions = new ArrayList<>();
    while (actions.size() < steps && run.step()) {
      actions.add(run.latestAction());
    }
    return Optional.of(new MachineScene.Tapes(machine, word, actions));
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
  public Iterator<List<String>> exhaustive(int length) {
    if (entry.isPresent()) {
      return entry.get().words().upTo(length).filter(word -> word.size() == length).iterator();
    }
    return alphabet.isEmpty() && length > 0
        ? List.<List<String>>of().iterator()
        : Words.exhaustive(alphabet, length).iterator();
  }

  @Override
  public Iterator<List<String>> conformance(int extraStates) throws ExperimentException {
    throw new ExperimentException("--conformance is for regular languages, not for " + name);
  }

  @Override
  public String conformanceEvidence(int extraStates) {
    return "";
  }
}
