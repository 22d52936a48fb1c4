package org.cotsim.benchmarks.page;

import java.util.List;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.sparserate.ImageFiles;
import org.cotsim.benchmarks.experiment.sparserate.Mixture;
import org.cotsim.benchmarks.experiment.sparserate.SparseRate;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateOptions;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.SparseRateCharts;
import org.cotsim.benchmarks.report.SparseRateText;

/** White-box transformers: every layer two steps of one minimisation. */
final class SparseRateStudy implements GalleryStudy {

  private static final long SEED = 1;

  @Override
  public String name() {
    return "sparse-rate";
  }

  @Override
  public String title() {
    return "White-box transformers: a layer as two steps of one minimisation";
  }

  @Override
  public Measured measure(String navigation) throws ExperimentException {
    SparseRateResult mixture =
        SparseRate.measure(
            Mixture.byDefault(SEED).draw(),
            SparseRateOptions.byDefault(Mixture.DIMENSION),
            Progress.NONE);
    SparseRateResult digits =
        SparseRate.measure(
            ImageFiles.digits().tokens(SEED),
            SparseRateOptions.byDefault(ImageFiles.DIMENSION),
            Progress.NONE);
    Finding finding =
        new Finding(
            SparseRateText.CLAIM,
            SparseRateText.SOURCE,
            List.of(
                section("Gaussians on subspaces", "cot sparse-rate --out DIR", mixture),
                section("Handwritten digits", "cot sparse-rate digits --out DIR", digits)));
    return new Measured(
        finding.toHtml(title(), navigation), SparseRateText.measured(mixture).get(0));
  }

  private static Finding.Section section(String title, String command, SparseRateResult result) {
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
