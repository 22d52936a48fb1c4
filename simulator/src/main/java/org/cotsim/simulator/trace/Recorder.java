package org.cotsim.simulator.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.reference.Observer;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/** Turns what an observer sees into moments. */
final class Recorder implements Observer {

  private static final int BEST = 3;

  private final Assembly assembly;
  private final Transformer model;
  private final int promptLength;
  private final int mostSpans;
  private final List<Subspace> numbered;
  private final TokenSet all;
  private final int sublayers;
  private final List<Stage> stages;
  private final List<Moment> moments = new ArrayList<>();
  private final Map<Phrase, Phrase> texts = new HashMap<>(); // every text once
  private List<List<Attended>> heads = new ArrayList<>();
  private int[] choices = {}; // [sublayers so far and the embedding]
  private int seen; // sublayers of the current token
  private Places places = Places.FIRST;
  private int again = -1; // tokens read again of a new context that begins, or -1
  private Phrase[] held = {}; // [stages]

  Recorder(Tracer tracer, int promptLength) {
    this.assembly = tracer.assembly();
    this.model = assembly.model();
    this.promptLength = promptLength;
    this.mostSpans = tracer.mostSpans();
    this.numbered =
        assembly.blueprint().subspaces().stream()
            .filter(subspace -> tracer.numbered().contains(subspace.name()))
            .toList();
    this.all = model.vocabulary().all();
    this.sublayers = 2 * model.layers().size();
    this.stages = Stage.of(assembly);
  }

  List<Stage> stages() {
    return stages;
  }

  List<Moment> moments() {
    return moments;
  }

  @Override
  public void embedded(int token, double[] stream) {
    Token.Role role = model.vocabulary().token(token).role();
    if (role == Token.Role.START && !moments.isEmpty()) {
      again = 0;
    } else if (role == Token.Role.THINK && again >= 0) {
      places = new Places(moments.size(), again - 1);
      again = -1;
    }
    if (again >= 0) {
      again++;
    }
    heads = new ArrayList<>();
    model.layers().forEach(layer -> heads.add(new ArrayList<>()));
    choices = new int[sublayers + 1];
    held = new Phrase[stages.size()];
    seen = 0;
    look(stream);
  }

  @Override
  public void attended(int layer, int head, double[] weights, int visible, double total) {
    heads.get(layer).add(places.of(Attended.of(weights, visible, total, mostSpans)));
  }

  @Override
  public void added(double[] stream) {
    seen++;
    look(stream);
  }

  private void look(double[] stream) {
    if (again >= 0) {
      return; // what the model knows already: the moment of a restart is that of its think token
    }
    boolean chooses = moments.size() >= promptLength - 1;
    double[] scores = chooses ? scores(stream) : new double[0];
    if (chooses) {
      choices[seen] = Choices.argMax(scores, all, model.output().tieTolerance());
    }
    for (int s = 0; s < held.length; s++) {
      if (stages.get(s).sublayer() == seen) {
        held[s] = read(assembly.blueprint().subspaces().get(stages.get(s).subspace()), stream);
      }
    }
    if (seen == sublayers) {
      List<Phrase> readings =
          assembly.blueprint().subspaces().stream()
              .map(subspace -> read(subspace, stream))
              .toList();
      Optional<Decision> decision =
          chooses ? Optional.of(new Decision(best(scores), decided())) : Optional.empty();
      moments.add(
          new Moment(
              heads, readings, List.of(held), chooses ? numbers(stream) : Map.of(), decision));
    }
  }

  private Map<String, List<Double>> numbers(double[] stream) {
    Map<String, List<Double>> numbers = new LinkedHashMap<>();
    for (Subspace subspace : numbered) {
      numbers.put(
          subspace.name(),
          IntStream.range(0, subspace.width()).mapToObj(i -> stream[subspace.index(i)]).toList());
    }
    return numbers;
  }

  private Phrase read(Subspace subspace, double[] stream) {
    return texts.computeIfAbsent(subspace.read(stream), text -> text);
  }

  private double[] scores(double[] stream) {
    Affine map = model.output().map();
    Matrix matrix = map.matrix();
    double[] scores = new double[map.outputs()];
    for (int token = 0; token < scores.length; token++) {
      double sum = 0;
      for (int e = matrix.rowStart(token); e < matrix.rowStart(token + 1); e++) {
        sum += matrix.value(e) * stream[matrix.column(e)];
      }
      scores[token] = sum + map.bias(token);
    }
    return scores;
  }

  /** After how many sublayers the last choice stood for good. */
  private int decided() {
    int last = sublayers;
    while (last > 0 && choices[last - 1] == choices[sublayers]) {
      last--;
    }
    return last;
  }

  private List<Score> best(double[] scores) {
    Comparator<Integer> byScore = Comparator.comparingDouble(token -> -scores[token]);
    Stream<Integer> first = IntStream.range(0, scores.length).boxed().sorted(byScore).limit(BEST);
    Stream<Integer> answers = model.vocabulary().withRole(Token.Role.ANSWER).stream().boxed();
    return Stream.concat(first, answers)
        .distinct()
        .sorted(byScore)
        .map(token -> new Score(token, scores[token]))
        .toList();
  }
}
