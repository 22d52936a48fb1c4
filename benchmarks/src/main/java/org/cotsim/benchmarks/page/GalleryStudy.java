package org.cotsim.benchmarks.page;

import java.util.List;
import org.cotsim.benchmarks.problem.ExperimentException;

/** A page of the gallery that is not about a problem: an experiment of a neighbouring theory. */
interface GalleryStudy {

  /** By which it is found. */
  String name();

  /** Its heading. */
  String title();

  /**
   * What came out.
   *
   * @param page the whole file
   * @param found one sentence for the index
   */
  record Measured(String page, String found) {}

  /**
   * Runs it, small enough for some seconds, and writes about it.
   *
   * @param navigation HTML above the heading
   */
  Measured measure(String navigation) throws ExperimentException;

  /** The name of its page. */
  default String file() {
    return name() + ".html";
  }

  /** Everything there is. */
  static List<GalleryStudy> all() {
    return List.of(
        WayStudy.LOOPS,
        WayStudy.THOUGHTS,
        new SparseRateStudy(),
        new ManifoldStudy(),
        new TokenNormStudy());
  }
}
