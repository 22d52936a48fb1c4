package org.cotsim.benchmarks.experiment.trained;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;

/**
 * Stands for a model whose weights are in a file that its own executor runs: the model here has the
 * tokens and no layer. Nothing is certified.
 *
 * @param vocabulary the tokens
 * @param tieTolerance scores within this distance of the largest count as tied with it
 * @param encoding from an input to its prompt
 */
record TrainedConstruction<I>(
    Vocabulary vocabulary, double tieTolerance, Function<I, int[]> encoding)
    implements Construction<I> {

  @Override
  public ConstructionOptions options() {
    return ConstructionOptions.defaults().uncertified();
  }

  @Override
  public String steps() {
    return "as many as the model emits";
  }

  @Override
  public ConstructedDecoder<I> compile(Extent extent) {
    Matrix nothing = Matrix.zero(vocabulary.size(), 1);
    Transformer tokens =
        new Transformer(
            vocabulary,
            nothing,
            new PositionEmbedding.None(),
            List.of(),
            new OutputMap(Affine.linear(nothing), tieTolerance),
            Optional.empty());
    Blueprint nameless = new Blueprint(List.of(), List.of());
    return new ConstructedDecoder<>(new Assembly(tokens, nameless), certificate(extent), encoding);
  }

  @Override
  public Certificate certificate(Extent extent) {
    return new Certificate(
        options().arithmetic(), extent.length(), extent.steps(), List.of(), List.of());
  }
}
