package org.cotsim.benchmarks.page;

import java.util.List;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.manifold.ManifoldExperiment;
import org.cotsim.benchmarks.experiment.manifold.ManifoldResult;
import org.cotsim.benchmarks.experiment.manifold.Setting;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.ManifoldWords;

/** The approximation on manifolds, with few anchors and dimensions. */
final class ManifoldStudy implements GalleryStudy {

  private static final ManifoldExperiment.Request SMALL =
      new ManifoldExperiment.Request(
          List.of("ellipsoid-1", "ellipsoid-2", "ellipsoid-4"),
          List.of(8, 64),
          List.of(1.0),
          List.of(64, 128, 256, 512),
          List.of(256, 512, 1024, 2048),
          20,
          0.5,
          200,
          2,
          1);

  private static final String COMMAND =
      "cot manifold --manifolds ellipsoid-1,ellipsoid-2,ellipsoid-4 --beta 1 --anchors"
          + " 64,128,256,512 --samples 256,512,1024,2048 --tests 200 --repetitions 2";

  @Override
  public String name() {
    return "manifold";
  }

  @Override
  public String title() {
    return ManifoldPage.TITLE;
  }

  @Override
  public Measured measure(String navigation) throws ExperimentException {
    ManifoldResult result = new ManifoldExperiment(SMALL).run(COMMAND, Progress.NONE);
    return new Measured(
        ManifoldPage.of(result, navigation), ManifoldWords.exponents(result, Setting.Law.SIZE));
  }
}
