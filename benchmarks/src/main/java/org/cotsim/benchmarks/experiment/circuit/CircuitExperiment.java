package org.cotsim.benchmarks.experiment.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.WordsOverAlphabet;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.algebra.LanguageAlgebra;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.circuit.AutomatonGates;
import org.cotsim.simulator.circuit.DecoderAtLength;
import org.cotsim.simulator.circuit.DecoderCircuit;
import org.cotsim.simulator.circuit.ObservedDecoder;
import org.cotsim.simulator.circuit.OneOutput;
import org.cotsim.simulator.circuit.Satisfiability;
import org.cotsim.simulator.circuit.ThresholdCircuit;
import org.cotsim.simulator.circuit.TooLargeException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/**
 * Reads the circuit of a decoder off and compares it with the automaton of the language.
 *
 * <p>Words are run until nothing new happens in many of them. A proof asks Sat4j for a word on
 * which the circuits differ or something not yet observed happens: the decoder is run on it, which
 * either shows that it is wrong or adds to the circuit, until there is no such word.
 */
public final class CircuitExperiment {

  /** The longest sequences, in tokens. */
  static final int MOST_TOKENS = 1000;

  private static final long SEED = 20_261_128;
  private static final int QUIET = 30; // words without news, times the length
  private static final int MOST_WORDS = 2000; // at first, times the length
  private static final int BYTES_PER_WIRE = 200;
  private static final int TRIED = 500; // words, before the solver is asked

  private final WordsOverAlphabet problem;
  private final ConstructedDecoder<List<String>> constructed;
  private final DecoderAtLength decoder;
  private final ObservedDecoder observed;
  private final CircuitWords words;
  private final Consumer<String> now;
  private long run;

  /**
   * An experiment that has not begun.
   *
   * @param constructed the decoder, compiled for the length and the steps
   * @param now is told what is being done
   * @throws ExperimentException if sequences are too long, or the model has no such circuit
   */
  public CircuitExperiment(
      WordsOverAlphabet problem,
      ConstructedDecoder<List<String>> constructed,
      int length,
      int steps,
      Consumer<String> now)
      throws ExperimentException {
    this.problem = problem;
    this.constructed = constructed;
    this.decoder = decoder(problem, constructed, length, steps);
    this.observed = new ObservedDecoder(decoder);
    this.words = new CircuitWords(problem.alphabet().size(), length, SEED);
    this.now = now;
  }

  /**
   * Refuses what would take hours to read off.
   *
   * @throws ExperimentException with the longest sequence that is read
   */
  public static void requireShort(long length, long steps) throws ExperimentException {
    if (length + steps + 2 > MOST_TOKENS) {
      throw new ExperimentException(
          "a word of "
              + length
              + " letters and "
              + steps
              + " steps are a sequence of "
              + (length + steps + 2)
              + " tokens; circuits are read off up to "
              + MOST_TOKENS);
    }
  }

  private static DecoderAtLength decoder(
      WordsOverAlphabet problem,
      ConstructedDecoder<List<String>> constructed,
      int length,
      int steps)
      throws ExperimentException {
    requireShort(length, steps);
    Vocabulary vocabulary = constructed.model().vocabulary();
    int[] empty = constructed.prompt(List.of()); // $ #
    List<Integer> letters = new ArrayList<>();
    for (String letter : problem.alphabet()) {
      letters.add(vocabulary.id(letter, Token.Role.INPUT));
    }
    int accept = vocabulary.id("accept", Token.Role.ANSWER);
    try {
      return new DecoderAtLength(
          constructed.model(), empty[0], letters, empty[1], accept, length, steps);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(e.getMessage());
    }
  }

  /**
   * Reads the circuit off.
   *
   * @param prove whether all words are decided
   * @throws ExperimentException if the circuit is too large for the memory, or there is no
   *     automaton to prove it equal to
   */
  public CircuitResult run(boolean prove) throws ExperimentException, InputException {
    Optional<RegularLanguage> language = problem.automaton();
    if (prove && language.isEmpty()) {
      throw noAutomaton(problem, "that the decoder can be proved equal to");
    }
    long mostWires = Runtime.getRuntime().maxMemory() / BYTES_PER_WIRE;
    try {
      now.accept("words");
      observe();
      return prove
          ? new Proving(language.orElseThrow(), mostWires).run()
          : result(language, mostWires, Optional.empty());
    } catch (TooLargeException e) {
      throw new ExperimentException(
          "the circuit for words of %d letters is too large: %s, the most that %d MB hold; java -Xmx gives more"
              .formatted(decoder.length(), e.getMessage(), Runtime.getRuntime().maxMemory() >> 20));
    }
  }

  /** The refusal of what needs an automaton. */
  public static ExperimentException noAutomaton(WordsOverAlphabet problem, String purpose) {
    return new ExperimentException(
        problem.name() + " counts letters, so there is no finite automaton " + purpose);
  }

  private void observe() {
    long quiet = 0;
    long most = (long) MOST_WORDS * (decoder.length() + 1);
    while (quiet < (long) QUIET * (decoder.length() + 1) && run < most) {
      quiet = observe(words.next()) ? 0 : quiet + 1;
    }
  }

  private void observeNear(int[] word) {
    int quiet = 0;
    for (int i = 0; i < 20 * decoder.length() && quiet < 2 * decoder.length(); i++) {
      quiet = observe(words.near(word)) ? 0 : quiet + 1;
    }
  }

  /** Runs a word; says whether something new happened. */
  private boolean observe(int[] word) {
    observed.run(word);
    run++;
    return observed.news();
  }

  private CircuitResult result(
      Optional<RegularLanguage> language, long mostWires, Optional<Proof> proof) {
    DecoderCircuit circuit = DecoderCircuit.of(decoder, observed, mostWires);
    OptionalInt automaton = OptionalInt.empty();
    OptionalInt differs = OptionalInt.empty();
    if (language.isPresent()) {
      ThresholdCircuit gates = circuit.circuit();
      int right = automaton(language.get()).accept(gates, decoder.inputs());
      automaton = OptionalInt.of(right);
      differs =
          OptionalInt.of(
              gates.or(
                  List.of(
                      gates.differ(circuit.accept(), right),
                      circuit.tied(),
                      ThresholdCircuit.not(circuit.known()))));
    }
    return new CircuitResult(
        decoder.length(),
        decoder.steps(),
        decoder.model().layers().size(),
        circuit,
        automaton,
        differs,
        run,
        observed.streams(),
        observed.inexactMeans(),
        proof);
  }

  private static AutomatonGates automaton(RegularLanguage language) {
    boolean[] accepting = new boolean[language.size()];
    for (int q = 0; q < accepting.length; q++) {
      accepting[q] = language.dfa().isAccepting(q);
    }
    return new AutomatonGates(
        LanguageAlgebra.table(language.dfa()), language.dfa().getIntInitialState(), accepting);
  }

  /** Asks until there is no word left. */
  private final class Proving {

    private final RegularLanguage language;
    private final long mostWires;
    private final long begun = System.nanoTime();
    private int rounds;

    Proving(RegularLanguage language, long mostWires) {
      this.language = language;
      this.mostWires = mostWires;
    }

    CircuitResult run() {
      while (true) {
        rounds++;
        now.accept("proof, round " + rounds);
        CircuitResult result = result(Optional.of(language), mostWires, Optional.empty());
        OneOutput question =
            OneOutput.of(result.circuit(), result.differs().orElseThrow(), "differs");
        Optional<boolean[]> found = tried(question).or(() -> Satisfiability.inputs(question));
        if (found.isEmpty()) {
          return with(result, new Proof.Proved(rounds, seconds()));
        }
        int[] word = decoder.inputs().word(found.get());
        Optional<Proof> refuted = refuted(word);
        if (refuted.isPresent()) {
          return with(result, refuted.get());
        }
        if (!observe(word)) {
          throw new IllegalStateException(
              "the circuit is wrong on a word on which the decoder is right: " + letters(word));
        }
        observeNear(word);
      }
    }

    /** An input of some that are tried, before the solver is asked. */
    private Optional<boolean[]> tried(OneOutput question) {
      for (int i = 0; i < TRIED; i++) {
        boolean[] input = decoder.inputs().values(words.next());
        if (question.evaluate(input)) {
          return Optional.of(input);
        }
      }
      return Optional.empty();
    }

    private CircuitResult with(CircuitResult result, Proof proof) {
      return new CircuitResult(
          result.length(),
          result.steps(),
          result.layers(),
          result.decoder(),
          result.automaton(),
          result.differs(),
          result.words(),
          result.streams(),
          result.inexactMeans(),
          Optional.of(proof));
    }

    private double seconds() {
      return (System.nanoTime() - begun) / 1e9;
    }

    /** Runs decoder and automaton on a word. */
    private Optional<Proof> refuted(int[] word) {
      List<String> letters = letters(word);
      OptionalInt answer =
          new Decoder(constructed.model(), new ReferenceExecutor())
              .decode(constructed.prompt(letters), decoder.steps())
              .outcome()
              .answer();
      boolean right = language.dfa().accepts(letters);
      boolean same = answer.isPresent() && (answer.getAsInt() == decoder.accept()) == right;
      return same
          ? Optional.empty()
          : Optional.of(
              new Proof.Refuted(
                  rounds,
                  seconds(),
                  letters,
                  answer.isEmpty()
                      ? "tied"
                      : constructed.model().vocabulary().token(answer.getAsInt()).text(),
                  right ? "accept" : "reject"));
    }

    private List<String> letters(int[] word) {
      List<String> letters = new ArrayList<>();
      for (int letter : word) {
        letters.add(problem.alphabet().getSymbol(letter));
      }
      return letters;
    }
  }
}
