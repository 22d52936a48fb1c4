package org.cotsim.simulator.construct.regular;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.EverFlagged;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The weights of one ordered model: a state at depth d is entered by what layer 2d sees and left by
 * what layer 2d + 1 sees, counted from 1.
 */
final class OrderedWeights implements Construction.Weights {

  private static final int CONDITIONS = 3;

  private final DfaTable<?> table;
  private final int[][] next;
  private final int[] depth;
  private final Vocabulary vocabulary;
  private final ConstructionOptions options;
  private final Certificate certificate;
  private final Subspace[] entered;
  private final Subspace[] left;
  private final Subspace[] leaving;
  private Subspace entering;
  private AtOnceDecoder decoder;

  OrderedWeights(
      DfaTable<?> table,
      int[] depth,
      Vocabulary vocabulary,
      ConstructionOptions options,
      int maxLength) {
    this.table = table;
    this.next = table.next();
    this.depth = depth;
    this.vocabulary = vocabulary;
    this.options = options;
    this.entered = new Subspace[depth.length];
    this.left = new Subspace[depth.length];
    this.leaving = new Subspace[depth.length];
    RoundingError errors = options.errors(largestReading());
    this.certificate =
        new Certificate(
            options.arithmetic(),
            maxLength,
            0,
            List.of(
                EverFlagged.claim("entered or left", errors),
                AtOnceDecoder.tables(CONDITIONS, errors),
                AtOnceDecoder.output(errors)),
            List.of(
                RangeClaim.integers(
                    options.arithmetic(), "the number of tokens that share a weight", maxLength),
                AtOnceDecoder.sequence(maxLength)));
  }

  @Override
  public Certificate certificate() {
    return certificate;
  }

  /** At least the components that a sublayer reads. */
  private int largestReading() {
    return 2 * (vocabulary.size() + 8 * depth.length) + 300;
  }

  static int layers(int[][] next, int[] depth) {
    return IntStream.range(0, depth.length)
        .map(q -> 2 * depth[q] + (isLeft(next, q) ? 1 : 0))
        .max()
        .orElse(1);
  }

  private static boolean isLeft(int[][] next, int state) {
    return IntStream.of(next[state]).anyMatch(target -> target != state);
  }

  @Override
  public Assembly assemble() {
    decoder = new AtOnceDecoder(vocabulary, table);
    entering =
        decoder.stream()
            .declareOneHot(
                "enters", table.names(), "the state that this letter enters from another one");
    int layers = Math.max(1, layers(next, depth));
    for (int number = 1; number <= layers; number++) {
      LayerAssembler layer = decoder.assembler().layer();
      for (int q = 0; q < depth.length; q++) {
        if (number == 2 * depth[q]) {
          addEntered(layer, q);
        } else if (number == 2 * depth[q] + 1 && isLeft(next, q)) {
          addLeft(layer, q);
        }
      }
    }
    return options.applyTo(
        decoder.assembler().build(AtOnceDecoder.OUTPUT_TOLERANCE), largestReading());
  }

  private String name(int state) {
    return table.names().get(state);
  }

  private Subspace declare(String what, String meaning, int state) {
    return decoder.stream()
        .declareOneHot(
            what + " " + name(state), Wording.NO_YES, Phrase.of(meaning, "state", name(state)));
  }

  private void addEntered(LayerAssembler layer, int q) {
    entered[q] = declare("entered", "whether {state} was entered before this token", q);
    SublayerInput input = layer.attention();
    addEver(
        layer,
        input.readOneHot(entering).at(q),
        note("entered", "asks whether {state} was entered before this token", q),
        entered[q]);
    SublayerInput known = layer.feedForward();
    LinearForm inside = known.readOneHot(entered[q]).at(1);
    if (!isLeft(next, q)) {
      layer.feedForwardNote("state", Phrase.of("{state} is never left", "state", name(q)));
      layer.write(Gate.open(layer, List.of(inside)), 1, decoder.state(), q);
      return;
    }
    leaving[q] =
        decoder.stream()
            .declare(
                "leaves " + name(q),
                1,
                Phrase.of("1 where a letter leaves {state}", "state", name(q)));
    layer.feedForwardNote("leaves " + name(q), "entered before, and the letter leads elsewhere");
    int unit = Gate.open(layer, List.of(inside, leavingLetter(known, q)));
    layer.write(unit, 1, leaving[q], 0);
  }

  private void addLeft(LayerAssembler layer, int q) {
    left[q] = declare("left", "whether {state} was left before this token", q);
    SublayerInput input = layer.attention();
    LinearForm flag = q == 0 ? leavingLetter(input, q) : input.readOneHot(leaving[q]).at(0);
    addEver(
        layer, flag, note("left", "asks whether {state} was left before this token", q), left[q]);
    SublayerInput known = layer.feedForward();
    List<LinearForm> here = new ArrayList<>();
    here.add(known.readOneHot(left[q]).at(0));
    if (q != 0) {
      here.add(known.readOneHot(entered[q]).at(1));
    }
    layer.feedForwardNote("state " + name(q), "entered and not left; and what the letter enters");
    layer.write(Gate.open(layer, here), 1, decoder.state(), q);
    for (int a = 0; a < next[q].length; a++) {
      if (next[q][a] != q) {
        List<LinearForm> conditions = new ArrayList<>(here);
        conditions.add(letter(known, a));
        layer.write(Gate.open(layer, conditions), 1, entering, next[q][a]);
      }
    }
  }

  private Note note(String what, String words, int q) {
    return new Note(what + " " + name(q), Phrase.of(words, "state", name(q)));
  }

  private void addEver(LayerAssembler layer, LinearForm flag, Note note, Subspace target) {
    EverFlagged ever = new EverFlagged(flag, decoder.start(layer.attention()));
    ever.addTo(layer, note, ever.noAndYes(), target, Mask.STRICT);
  }

  private LinearForm letter(SublayerInput input, int a) {
    return input.readOneHot(decoder.token()).at(decoder.letter(a));
  }

  private LinearForm leavingLetter(SublayerInput input, int q) {
    LinearForm any = input.constant(0);
    for (int a = 0; a < next[q].length; a++) {
      any = next[q][a] == q ? any : any.plus(letter(input, a));
    }
    return any;
  }
}
