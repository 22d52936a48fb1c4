package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.Weighting;

/** One layer under construction: what its two sublayers read, its heads and its hidden units. */
public final class LayerAssembler {

  private final ResidualStream stream;
  private final SublayerInput attentionInput;
  private final SublayerInput feedForwardInput;
  private final List<HeadDraft> heads = new ArrayList<>();
  private final List<LinearForm> units = new ArrayList<>();
  private final List<UnitOutput> unitOutputs = new ArrayList<>();
  private final List<Blueprint.Note> headNotes = new ArrayList<>();
  private final List<Blueprint.Note> feedForwardNotes = new ArrayList<>();

  private record HeadDraft(
      List<LinearForm> query,
      List<LinearForm> key,
      List<LinearForm> value,
      Subspace target,
      Weighting weighting,
      Mask mask) {}

  private record UnitOutput(int unit, int streamIndex, double weight) {}

  LayerAssembler(ResidualStream stream) {
    this.stream = stream;
    this.attentionInput = new SublayerInput(stream);
    this.feedForwardInput = new SublayerInput(stream);
  }

  /** What the heads of this layer read. */
  public SublayerInput attention() {
    return attentionInput;
  }

  /** What the hidden units of this layer read, after its heads have written. */
  public SublayerInput feedForward() {
    return feedForwardInput;
  }

  /**
   * Adds a saturated head.
   *
   * @param note its name and what it does, in plain words
   * @param query forms over {@link #attention()}, as many as of the key
   * @param key forms over {@link #attention()}
   * @param value forms over {@link #attention()}, one per coordinate of the target
   * @param target where the mean of the values is written
   * @param tolerance scores within this distance of the largest share the weight
   */
  public void head(
      Blueprint.Note note,
      List<LinearForm> query,
      List<LinearForm> key,
      List<LinearForm> value,
      Subspace target,
      double tolerance,
      Mask mask) {
    if (value.size() != target.width()) {
      throw new IllegalArgumentException(
          value.size() + " values for the " + target.width() + " coordinates of " + target.name());
    }
    heads.add(new HeadDraft(query, key, value, target, new Weighting.Saturated(tolerance), mask));
    headNotes.add(note);
  }

  /** Says what the hidden units that follow are for. */
  public void feedForwardNote(String name, String words) {
    feedForwardNote(name, Phrase.of(words));
  }

  /** Says what the hidden units that follow are for. */
  public void feedForwardNote(String name, Phrase words) {
    feedForwardNotes.add(new Blueprint.Note(name, words));
  }

  /** Adds the hidden unit {@code relu(form)} and returns its number. */
  public int unit(LinearForm form) {
    units.add(form);
    return units.size() - 1;
  }

  /** Lets a hidden unit write to a coordinate of a subspace. */
  public void write(int unit, double weight, Subspace target, int i) {
    unitOutputs.add(new UnitOutput(unit, target.index(i), weight));
  }

  Layer toLayer() {
    return new Layer(
        new Attention(norm(attentionInput), heads.stream().map(this::toHead).toList()),
        toFeedForward());
  }

  Blueprint.LayerNotes notes() {
    return new Blueprint.LayerNotes(List.copyOf(headNotes), List.copyOf(feedForwardNotes));
  }

  private Head toHead(HeadDraft draft) {
    Matrix.Builder output = Matrix.builder(stream.width(), draft.target.width());
    for (int i = 0; i < draft.target.width(); i++) {
      output.add(draft.target.index(i), i, 1);
    }
    return new Head(
        attentionInput.toAffine(draft.query),
        attentionInput.toAffine(draft.key),
        attentionInput.toAffine(draft.value),
        output.build(),
        draft.weighting,
        draft.mask);
  }

  private FeedForward toFeedForward() {
    Matrix.Builder second = Matrix.builder(stream.width(), units.size());
    for (UnitOutput out : unitOutputs) {
      second.add(out.streamIndex, out.unit, out.weight);
    }
    Norm norm = norm(feedForwardInput);
    Affine first =
        feedForwardInput.isEmpty()
            ? Affine.linear(Matrix.zero(0, stream.width()))
            : feedForwardInput.toAffine(units);
    return new FeedForward(norm, first, Affine.linear(second.build()));
  }

  /** A sublayer that reads nothing does nothing either; it gets the plain norm. */
  private static Norm norm(SublayerInput input) {
    return input.isEmpty() ? new Norm.Standard() : input.toNorm();
  }
}
