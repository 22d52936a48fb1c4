package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Feedback;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/**
 * Makes a model with multi-pre-norm into one with projected pre-norm only, which emits the same
 * tokens.
 *
 * <p>A sublayer that reads k normalised projections becomes k feed-forward sublayers, each of which
 * writes one of them into the stream, and one that reads them all: their concatenation has the norm
 * sqrt(k), so that normalising it once more divides by a constant. Where a projection may be zero
 * that norm is not constant, since LN(0) = 0; one more feed-forward sublayer then writes a unit
 * vector in place of each that is zero. The added layers of a feed-forward sublayer begin in the
 * layer of the attention before it. Source: Merrill and Sabharwal 2024, proposition 1; the
 * treatment of zero projections is this project's.
 *
 * <p>Cost for projections of D rows together: k or k + 1 layers, D coordinates and one or two for
 * each projection that may be zero, 2 D hidden units. Rounding: see {@link RoundingError#reading}.
 */
public final class ProjectedNorms {

  private static final Norm PLAIN = new Norm.Standard();

  private final Transformer model;
  private final ZeroProjections zeros;
  private final int width;
  private final List<Layer> layers = new ArrayList<>();
  private final List<Blueprint.LayerNotes> notes = new ArrayList<>();
  private final List<Subspace> subspaces;
  private Attention attention; // of the layer that is being made
  private List<Blueprint.Note> headNotes = List.of();
  private int used;

  private ProjectedNorms(Assembly assembly) {
    assembly.model().requireSharedNorms("projected pre-norm");
    this.model = assembly.model();
    this.zeros = new ZeroProjections(model);
    this.subspaces = new ArrayList<>(assembly.blueprint().subspaces());
    this.used = model.width();
    this.width = model.width() + norms(model).mapToInt(this::scratch).sum();
    this.attention = idle();
    for (int l = 0; l < model.layers().size(); l++) {
      addAttention(model.layers().get(l).attention(), assembly.blueprint().layers().get(l));
      addFeedForward(model.layers().get(l).feedForward(), assembly.blueprint().layers().get(l));
    }
  }

  /** The transformed model, with notes for what was added. */
  public static Assembly of(Assembly assembly) {
    ProjectedNorms made = new ProjectedNorms(assembly);
    return new Assembly(made.transformer(), new Blueprint(made.subspaces, made.notes));
  }

  /** The most components that a sublayer of a model reads. */
  public static int largestReading(Transformer model) {
    return norms(model).mapToInt(norm -> norm.outputs(0)).max().orElse(0);
  }

  private static Stream<Norm> norms(Transformer model) {
    return model.layers().stream()
        .flatMap(layer -> List.of(layer.attention().norm(), layer.feedForward().norm()).stream())
        .filter(norm -> norm.projections().size() > 1);
  }

  /** The coordinates that a norm needs: its projections, and two for each that may be zero. */
  private int scratch(Norm norm) {
    int zero = (int) norm.projections().stream().filter(zeros::possible).count();
    return norm.outputs(0) + 2 * zero;
  }

  private Transformer transformer() {
    return new Transformer(
        model.vocabulary(),
        wider(model.embedding()),
        model.positions() instanceof PositionEmbedding.Table table
            ? new PositionEmbedding.Table(wider(table.rows()))
            : model.positions(),
        layers,
        new OutputMap(
            new Affine(wider(model.output().map().matrix()), biases(model.output().map())),
            model.output().tieTolerance()),
        model.feedback().map(fed -> new Feedback(fed.map().resized(width, width))));
  }

  private void addAttention(Attention from, Blueprint.LayerNotes words) {
    Norm norm = from.norm();
    double factor = 1;
    if (norm.projections().size() > 1) {
      factor = Math.sqrt(norm.projections().size());
      norm = addProjections(norm);
    }
    double scale = factor;
    Norm last = norm.projections().isEmpty() || norm != from.norm() ? norm : wider(norm);
    attention =
        new Attention(last, from.heads().stream().map(head -> wider(head, last, scale)).toList());
    headNotes = words.heads();
  }

  private void addFeedForward(FeedForward from, Blueprint.LayerNotes words) {
    Norm norm = from.norm();
    double factor = 1;
    if (norm.projections().size() > 1) {
      factor = Math.sqrt(norm.projections().size());
      norm = addProjections(norm);
    } else if (!norm.projections().isEmpty()) {
      norm = wider(norm);
    }
    int hidden = from.hidden();
    Matrix second = from.second().matrix().resized(width, hidden);
    double[] biases = Arrays.copyOf(biases(from.second()), width);
    add(
        new FeedForward(norm, scaled(from.first(), norm, factor), new Affine(second, biases)),
        words.feedForward());
  }

  /** Adds the sublayers that write the projections, and gives the norm that reads them. */
  private Norm addProjections(Norm norm) {
    int rows = norm.outputs(0);
    int first = declare("projections", rows, "normalised projections, side by side");
    List<Integer> possible =
        IntStream.range(0, norm.projections().size())
            .filter(i -> zeros.possible(norm.projections().get(i)))
            .boxed()
            .toList();
    int sizes = possible.isEmpty() ? -1 : declare("sizes", possible.size(), "0 where one is zero");
    int at = first;
    for (int i = 0; i < norm.projections().size(); i++) {
      Matrix projection = norm.projections().get(i);
      int size = possible.contains(i) ? sizes + possible.indexOf(i) : -1;
      add(projector(projection, at, size), note("projection", "normalises one projection"));
      at += projection.rows();
    }
    int fillers = -1;
    if (!possible.isEmpty()) {
      fillers = declare("fillers", possible.size(), "1 where a projection is zero");
      add(filler(norm, sizes, possible.size(), fillers), note("fillers", "finds zero projections"));
    }
    Matrix.Builder all = Matrix.builder(rows + 2 * possible.size(), width);
    IntStream.range(0, rows).forEach(r -> all.add(r, first + r, 1));
    for (int z = 0; z < possible.size(); z++) {
      all.add(rows + 2 * z, fillers + z, Math.sqrt(0.5));
      all.add(rows + 2 * z + 1, fillers + z, -Math.sqrt(0.5));
    }
    return new Norm.Projected(all.build());
  }

  /** Writes a normalised projection and, where asked, the sum of its sizes, 0 or at least 1. */
  private FeedForward projector(Matrix projection, int at, int size) {
    int rows = projection.rows();
    Matrix.Builder first = Matrix.builder(2 * rows, rows);
    Matrix.Builder second = Matrix.builder(width, 2 * rows);
    for (int r = 0; r < rows; r++) {
      for (int sign = 0; sign < 2; sign++) {
        first.add(2 * r + sign, r, 1 - 2 * sign);
        second.add(at + r, 2 * r + sign, 1 - 2 * sign);
        if (size >= 0) {
          second.add(size, 2 * r + sign, 1);
        }
      }
    }
    return new FeedForward(
        new Norm.Projected(projection.resized(rows, width)),
        Affine.linear(first.build()),
        Affine.linear(second.build()));
  }

  /**
   * Writes 1 for each size that is 0: relu(1 - C x) for the normalised size x, which is otherwise
   * at least 2 / C, as a size is between 1 and the root of its rows.
   */
  private FeedForward filler(Norm norm, int sizes, int count, int fillers) {
    int rows = norm.projections().stream().mapToInt(Matrix::rows).max().orElseThrow();
    Matrix.Builder read = Matrix.builder(2 * count, width);
    Matrix.Builder first = Matrix.builder(count, 2 * count);
    Matrix.Builder second = Matrix.builder(width, count);
    double[] one = new double[count];
    for (int z = 0; z < count; z++) {
      read.add(z, sizes + z, 1).add(count + z, sizes + z, -1);
      first.add(z, z, -2 * Math.sqrt(2.0 * count * rows));
      second.add(fillers + z, z, 1);
      one[z] = 1;
    }
    return new FeedForward(
        new Norm.Projected(read.build()),
        new Affine(first.build(), one),
        Affine.linear(second.build()));
  }

  private int declare(String name, int size, String meaning) {
    Subspace subspace =
        new Subspace(name + " " + layers.size(), used, size, Phrase.of(meaning), Wording.numbers());
    subspaces.add(subspace);
    used += size;
    return subspace.offset();
  }

  private void add(FeedForward feedForward, List<Blueprint.Note> words) {
    layers.add(new Layer(attention, feedForward));
    notes.add(new Blueprint.LayerNotes(headNotes, words));
    attention = idle();
    headNotes = List.of();
  }

  private static Attention idle() {
    return new Attention(PLAIN, List.of());
  }

  private static List<Blueprint.Note> note(String name, String words) {
    return List.of(new Blueprint.Note(name, words));
  }

  private Norm wider(Norm norm) {
    return new Norm.Projected(wider(norm.projections().get(0)));
  }

  private Matrix wider(Matrix matrix) {
    return matrix.resized(matrix.rows(), width);
  }

  private Head wider(Head head, Norm norm, double factor) {
    return new Head(
        scaled(head.query(), norm, factor),
        scaled(head.key(), norm, factor),
        scaled(head.value(), norm, factor),
        head.output().resized(width, head.valueSize()),
        head.weighting(),
        head.mask());
  }

  /** The map on what a norm reads, times the factor by which that is too small. */
  private Affine scaled(Affine map, Norm norm, double factor) {
    Matrix matrix = map.matrix().map(weight -> weight * factor);
    return new Affine(matrix.resized(matrix.rows(), norm.outputs(width)), biases(map));
  }

  private static double[] biases(Affine map) {
    return IntStream.range(0, map.outputs()).mapToDouble(map::bias).toArray();
  }
}
