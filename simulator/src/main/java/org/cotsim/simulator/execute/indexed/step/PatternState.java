package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;

/**
 * Different keys in a {@link PatternTable} for each class of flags, as long as their components
 * take two values each in a class; from then on all keys one after the other.
 *
 * <p>Cost: O(components) time per token where the best pattern is there and alone, O(keys) where it
 * is not; about 12 bytes per different key.
 */
final class PatternState extends HeadState {

  private static final double UNIT_ROUNDOFF = 0x1p-53;

  private final double[] moving; // of the query
  private final int[] sources; // [kept], the moving component, or ~ the class component
  private final double[] found; // the moving components of a key
  private final double[] total;
  private PatternTable[] tables = {}; // [class]
  private double[] scores = {}; // [class], of the best pattern if it is there, but for an error
  private double[] errors = {}; // [class]
  private double[] highest = {}; // [class], a bound on all scores but that of the best pattern
  private KeyList list; // instead of tables, once there are too many values
  private double count;

  PatternState(HeadPlan plan) {
    super(plan);
    this.moving = new double[plan.moving.length];
    this.found = new double[plan.moving.length];
    this.total = new double[plan.liveValues.length];
    this.sources = plan.space().split().sources();
  }

  @Override
  void insert(int number) {
    if (list == null && !insertInTable(number)) {
      toList();
    }
    if (list != null) {
      list.add(full(plan.classVectors.get(number), key), value, 1);
    }
  }

  private boolean insertInTable(int number) {
    if (number >= tables.length) {
      tables = Arrays.copyOf(tables, 2 * number + 1);
      scores = new double[2 * number + 1];
      errors = new double[2 * number + 1];
      highest = new double[2 * number + 1];
    }
    if (tables[number] == null) {
      tables[number] = new PatternTable(plan.classVectors.get(number), key, value.length);
    }
    return tables[number].insert(key, value);
  }

  private double[] full(double[] flags, double[] from) {
    double[] full = new double[sources.length];
    for (int c = 0; c < full.length; c++) {
      full[c] = sources[c] >= 0 ? from[sources[c]] : flags[~sources[c]];
    }
    return full;
  }

  private void toList() {
    list = new KeyList(sources.length, total.length);
    for (PatternTable table : tables) {
      for (long code : codes(table)) {
        Arrays.fill(total, 0);
        double times = table.addTo(total, code);
        table.key(code, found);
        list.add(full(table.flags, found), total, times);
      }
    }
    tables = new PatternTable[0];
  }

  private static long[] codes(PatternTable table) {
    return table == null ? new long[0] : table.codes();
  }

  @Override
  void attend(int number) {
    if (list != null) {
      count = list.attend(query, plan.tolerance(), total);
      divide(total, count);
      return;
    }
    for (int m = 0; m < moving.length; m++) {
      moving[m] = query[plan.moving[m]];
    }
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < tables.length; i++) {
      if (tables[i] != null) {
        look(i);
        low = Math.max(low, scores[i] - errors[i]);
        high = Math.max(high, scores[i] + errors[i]);
      }
    }
    double tolerance = plan.tolerance();
    if (!isClear(low - tolerance)) {
      scan();
    } else if (isCertain(low - tolerance, high - tolerance)) {
      sum(low - tolerance);
    } else {
      sumExactly();
    }
    divide(total, count);
  }

  /** Whether only best patterns can be maximal. */
  private boolean isClear(double threshold) {
    for (int i = 0; i < tables.length; i++) {
      if (tables[i] != null && !(highest[i] < threshold)) {
        return false;
      }
    }
    return true;
  }

  /** Whether each best pattern is maximal, or not, wherever between them the threshold lies. */
  private boolean isCertain(double low, double high) {
    for (int i = 0; i < tables.length; i++) {
      if (tables[i] != null && scores[i] + errors[i] >= low && scores[i] - errors[i] < high) {
        return false;
      }
    }
    return true;
  }

  /** Scores the best pattern of a class, if it is there, and bounds the others. */
  private void look(int i) {
    PatternTable table = tables[i];
    table.find(moving);
    double base = 0;
    double magnitude = table.magnitude;
    for (int c = 0; c < table.flags.length; c++) {
      double product = query[plan.classes[c]] * table.flags[c];
      base += product;
      magnitude += Math.abs(product);
    }
    double slack = (4 * query.length + 32) * UNIT_ROUNDOFF * magnitude;
    boolean alone = table.hasBest() && table.size() == 1;
    highest[i] = alone ? Double.NEGATIVE_INFINITY : base + table.top - table.difference + slack;
    scores[i] = table.hasBest() ? base + table.top : Double.NEGATIVE_INFINITY;
    errors[i] = slack;
  }

  private void sumExactly() {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < tables.length; i++) {
      if (tables[i] != null && tables[i].hasBest()) {
        scores[i] = score(tables[i], tables[i].best());
        largest = Math.max(largest, scores[i]);
      }
      errors[i] = 0;
    }
    sum(largest - plan.tolerance());
  }

  /** The score of a key, by the operations of the definition in their order. */
  private double score(PatternTable table, long code) {
    table.key(code, found);
    double sum = 0;
    for (int c = 0; c < query.length; c++) {
      sum += query[c] * (sources[c] >= 0 ? found[sources[c]] : table.flags[~sources[c]]);
    }
    return sum;
  }

  /** Sums what the best patterns hold whose scores are maximal. */
  private void sum(double threshold) {
    Arrays.fill(total, 0);
    count = 0;
    for (int i = 0; i < tables.length; i++) {
      if (tables[i] != null && tables[i].hasBest() && scores[i] + errors[i] >= threshold) {
        count += tables[i].addBestTo(total);
      }
    }
  }

  /** Sums what all maximal keys hold. */
  private void scan() {
    double largest = Double.NEGATIVE_INFINITY;
    for (PatternTable table : tables) {
      for (long code : codes(table)) {
        largest = Math.max(largest, score(table, code));
      }
    }
    Arrays.fill(total, 0);
    count = 0;
    for (PatternTable table : tables) {
      for (long code : codes(table)) {
        if (score(table, code) >= largest - plan.tolerance()) {
          count += table.addTo(total, code);
        }
      }
    }
  }

  @Override
  long bytes() {
    return list != null
        ? list.bytes()
        : Arrays.stream(tables).filter(t -> t != null).mapToLong(PatternTable::bytes).sum();
  }
}
