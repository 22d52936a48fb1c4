package org.cotsim.benchmarks.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.cotsim.benchmarks.experiment.LeftOut;
import org.cotsim.benchmarks.experiment.Spent;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;

/**
 * A sweep as JSON: {@code meta} says what was asked and what ran, {@code rows} what was found.
 *
 * <p>The keys of a row are those of {@link SweepCsv}, always in the same order; a figure that does
 * not exist, such as the accuracy of a row without samples, is {@code null}.
 */
public final class SweepJson {
  private SweepJson() {}

  /** The whole file. */
  public static String of(SweepResult sweep) {
    JsonArray rows = new JsonArray();
    sweep.rows().forEach(row -> rows.add(row(row)));
    JsonObject all = new JsonObject();
    all.add("meta", meta(sweep));
    all.add("rows", rows);
    if (sweep.hasSeveralSeeds()) {
      all.add("over_seeds", SeedFigures.json(sweep));
    }
    return Json.of(all) + "\n";
  }

  private static JsonObject meta(SweepResult sweep) {
    JsonObject meta = new JsonObject();
    meta.addProperty("command", sweep.command());
    meta.addProperty("executor", sweep.executor());
    meta.addProperty("backend", sweep.backend());
    if (sweep.hasSeveralSeeds()) {
      JsonArray seeds = new JsonArray();
      sweep.seeds().forEach(seeds::add);
      meta.add("seeds", seeds);
    } else {
      meta.add(
          "seed",
          sweep.seeds().isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(sweep.seeds().get(0)));
    }
    meta.addProperty("interval", Wilson.NAME);
    meta.addProperty("cells_planned", sweep.cellsPlanned());
    meta.addProperty("cells_finished", sweep.cellsFinished());
    meta.addProperty("finished", sweep.finished());
    sweep.shard().ifPresent(shard -> meta.addProperty("shard", shard.toString()));
    if (!sweep.leftOut().isEmpty()) {
      JsonArray ways = new JsonArray();
      sweep.leftOut().forEach(way -> ways.add(leftOut(way)));
      meta.add("left_out", ways);
    }
    if (!sweep.unmeasured().isEmpty()) {
      JsonArray reasons = new JsonArray();
      sweep.unmeasured().forEach(reasons::add);
      meta.add("cells_not_measured", reasons);
    }
    return meta;
  }

  private static JsonObject leftOut(LeftOut way) {
    JsonObject json = new JsonObject();
    json.addProperty("problem", way.problem());
    json.addProperty("by", way.by());
    json.addProperty("reason", way.reason());
    return json;
  }

  private static JsonObject row(SweepRow row) {
    boolean measured = row.samples() > 0;
    JsonObject json = new JsonObject();
    json.addProperty("problem", row.problem());
    json.addProperty("by", row.by());
    json.addProperty("class", row.languageClass());
    json.addProperty("n", row.n());
    json.addProperty("budget", row.budget());
    Spent paid = row.paid();
    json.addProperty("steps", paid.steps());
    json.addProperty("claimed_steps", row.claimedSteps());
    json.addProperty("samples", row.samples());
    json.addProperty("positives", row.positives());
    json.addProperty("right", row.right());
    json.add("accuracy", figure(row.accuracy()));
    json.add("accuracy_low", figure(measured ? Wilson.of(row).low() : Double.NaN));
    json.add("accuracy_high", figure(measured ? Wilson.of(row).high() : Double.NaN));
    json.addProperty("answered", row.answered());
    json.addProperty("forced", row.forced());
    json.addProperty("tied", row.tied());
    json.add("mean_steps", figure(row.meanSteps()));
    json.add("distance_right", figure(row.distanceRight()));
    json.add("distance_wrong", figure(row.distanceWrong()));
    json.addProperty("currency", row.currency().toString());
    json.addProperty("claimed", row.claimed());
    json.addProperty("loops", paid.loops());
    json.addProperty("padding", paid.padding());
    json.addProperty("thoughts", paid.thoughts());
    json.addProperty("context", paid.context());
    boolean known = paid.isSizeKnown();
    json.addProperty("layers", known ? paid.layers() : null);
    json.addProperty("width", known ? paid.width() : null);
    json.addProperty("nonzeros", known ? paid.nonZeros() : null);
    json.addProperty("wrong", row.samples() - row.right());
    row.seeds().forEach(one -> json.addProperty("seed", one.seed()));
    return json;
  }

  private static JsonElement figure(double value) {
    return Double.isFinite(value)
        ? new JsonPrimitive(NumberText.decimal(value))
        : JsonNull.INSTANCE;
  }
}
