package org.cotsim.benchmarks.page;

import java.io.IOException;
import java.util.List;
import org.cotsim.benchmarks.experiment.ExperimentException;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.sparserate.ImageFiles;
import org.cotsim.benchmarks.experiment.sparserate.Mixture;
import org.cotsim.benchmarks.experiment.sparserate.SparseRate;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateOptions;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateResult;
import org.cotsim.benchmarks.experiment.sparserate.TokenData;
import org.cotsim.benchmarks.report.SparseRateCharts;
import org.cotsim.benchmarks.report.SparseRateText;
import org.cotsim.languages.input.InputException;

/** White-box transformers: every layer two steps of one minimisation. */
final class SparseRateNeighbour implements Neighbour {

  @Override
  public String name() {
    return "sparse-rate";
  }

  @Override
  public String title() {
    return "White-box transformers: a layer as two steps of one minimisation";
  }

  @Override
  public Finding measure() throws InputException, ExperimentException, IOException {
    return new Finding(
        SparseRateText.CLAIM,
        SparseRateText.SOURCE,
        List.of(
            section(
                "Gaussians on subspaces",
                "cot sparse-rate --out DIR",
                Mixture.byDefault(1).draw(),
                SparseRateOptions.byDefault(Mixture.DIMENSION)),
            section(
                "Handwritten digits",
                "cot sparse-rate digits --out DIR",
                ImageFiles.digits().tokens(1),
                SparseRateOptions.byDefault(ImageFiles.DIMENSION))));
  }

  private static Finding.Section section(
      String title, String command, TokenData data, SparseRateOptions options)
      throws ExperimentException {
    SparseRateResult result = SparseRate.measure(data, options, Progress.NONE);
    List<String> sentences = SparseRateText.measured(result);
    return new Finding.Section(
        title,
        sentences,
        List.of(
            new Finding.Chart(sentences.get(0), SparseRateCharts.layers(result)),
            new Finding.Chart(sentences.get(2), SparseRateCharts.steps(result))),
        command);
  }
}
