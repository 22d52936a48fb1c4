package org.cotsim.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.sparserate.ImageFiles;
import org.cotsim.benchmarks.experiment.tokennorm.TokenNormExperiment;
import org.cotsim.benchmarks.experiment.tokennorm.TokenNormRequest;
import org.cotsim.benchmarks.experiment.tokennorm.TokenNormResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.TokenNormText;
import org.cotsim.benchmarks.report.TokenNormWriter;
import org.cotsim.languages.input.InputException;

/** Special tokens with a norm of their own. */
final class TokenNormStudy implements GalleryStudy {

  private static final String COMMAND = "cot token-norm --out DIR";

  @Override
  public String name() {
    return "token-norm";
  }

  @Override
  public String title() {
    return "A norm of its own for a special token";
  }

  @Override
  public Measured measure(String navigation) throws ExperimentException {
    TokenNormResult result = result();
    List<String> images = new ArrayList<>(TokenNormText.embeddings(result));
    Finding.Chart chart = new Finding.Chart(images.get(0), TokenNormWriter.chart(result));
    images.add(TokenNormText.NOT_SHOWN);
    Finding finding =
        new Finding(
            TokenNormText.CLAIM,
            TokenNormText.SOURCE,
            List.of(
                new Finding.Section(
                    "Hand-built decoders", TokenNormText.decoders(result), List.of(), COMMAND),
                new Finding.Section("Handwritten digits", images, List.of(chart), COMMAND)));
    return new Measured(finding.toHtml(title(), navigation), images.get(0));
  }

  private static TokenNormResult result() throws ExperimentException {
    try {
      return TokenNormExperiment.run(
          TokenNormRequest.byDefault(), ImageFiles.digits(), Progress.NONE);
    } catch (InputException e) {
      throw new ExperimentException(e);
    }
  }
}
