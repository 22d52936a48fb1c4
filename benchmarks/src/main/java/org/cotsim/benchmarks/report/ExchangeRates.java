package org.cotsim.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.currencies.CurrencyRow;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable;

/** What every way costs beside the usual one, at the largest length at which both were measured. */
public final class ExchangeRates {

  private static final double SAVES_LITTLE = 0.5; // of what the usual way takes

  private ExchangeRates() {}

  /**
   * One way beside the usual one of its problem, on the same inputs.
   *
   * @param way its row
   * @param usual the row of the usual way
   */
  public record Rate(CurrencyRow way, CurrencyRow usual) {

    /** What was bought and what it cost, as a sentence. */
    public String sentence() {
      return "%s, n = %d, by %s: %s instead of %s by %s, %s the multiply-adds, %s the time, %s the context"
          .formatted(
              way.problem(),
              way.n(),
              way.by(),
              amount(way),
              amount(usual),
              usual.by(),
              times(way.operations(), usual.operations()),
              times(way.seconds(), usual.seconds()),
              times(way.spent().context(), usual.spent().context()));
    }

    /** Says that hardly anything is saved, where both are paid token by token and that is so. */
    public Optional<String> savesLittle() {
      boolean emitted = way.need().currency().isEmitted() && usual.need().currency().isEmitted();
      double mean = way.need().mean();
      return emitted && mean > 0 && mean >= SAVES_LITTLE * usual.need().mean()
          ? Optional.of(
              "%s, n = %d: %s do not pay, %s on average instead of %s %s"
                  .formatted(
                      way.problem(),
                      way.n(),
                      way.need().currency(),
                      NumberText.one(mean),
                      NumberText.one(usual.need().mean()),
                      usual.need().currency()))
          : Optional.empty();
    }

    Map<String, Object> json() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("problem", way.problem());
      fields.put("n", way.n());
      fields.put("by", way.by());
      fields.put("instead_of", usual.by());
      fields.put("operations", ratio(way.operations(), usual.operations()));
      fields.put("seconds", ratio(way.seconds(), usual.seconds()));
      fields.put("context", ratio(way.spent().context(), usual.spent().context()));
      fields.put("saves_little", savesLittle().isPresent());
      return fields;
    }

    private static String amount(CurrencyRow row) {
      return row.need().claimed() + " " + row.need().currency();
    }

    private static String times(Number one, Number other) {
      return ratio(one, other).toPlainString() + " times";
    }

    private static BigDecimal ratio(Number one, Number other) {
      return new BigDecimal(one.doubleValue() / other.doubleValue()).round(new MathContext(2));
    }
  }

  /** The rates, problem by problem. */
  public static List<Rate> of(CurrencyTable table) {
    List<Rate> rates = new ArrayList<>();
    for (String problem : table.problems()) {
      List<CurrencyRow> rows = table.of(problem);
      List<CurrencyRow> usual = by(rows, rows.get(0).by());
      for (String way : rows.stream().map(CurrencyRow::by).distinct().skip(1).toList()) {
        last(by(rows, way), usual).ifPresent(rates::add);
      }
    }
    return rates;
  }

  private static List<CurrencyRow> by(List<CurrencyRow> rows, String way) {
    return rows.stream().filter(row -> row.by().equals(way)).toList();
  }

  private static Optional<Rate> last(List<CurrencyRow> way, List<CurrencyRow> usual) {
    return way.stream()
        .flatMap(
            row -> usual.stream().filter(one -> one.n() == row.n()).map(one -> new Rate(row, one)))
        .max((one, other) -> Integer.compare(one.way().n(), other.way().n()));
  }
}
