package org.cotsim.benchmarks.report;

import org.cotsim.benchmarks.problem.Currency;

/**
 * How reports speak of a currency.
 *
 * @param amount an amount of it, after "the": number of steps
 * @param less less of it: fewer steps
 * @param budget what budgets in it are, after "the": step budget
 * @param axis what an axis of such budgets counts
 * @param rule what such a budget does
 */
public record CurrencyWords(String amount, String less, String budget, String axis, String rule) {

  /** The words for a currency. */
  public static CurrencyWords of(Currency currency) {
    return switch (currency) {
      case STEPS ->
          new CurrencyWords(
              "number of steps",
              "fewer steps",
              "step budget",
              "budget in intermediate tokens",
              "the model must answer after at most so many intermediate tokens");
      case LOOPS ->
          new CurrencyWords(
              "number of loops",
              "fewer loops",
              "number of loops",
              "loops of the repeated layers",
              "the decoder is built with so many loops, whatever it needs");
      case PADDING ->
          new CurrencyWords(
              "padding",
              "less padding",
              "padding",
              "padding tokens",
              "the decoder is built for at most so many padding tokens, whatever it needs");
      case THOUGHTS ->
          new CurrencyWords(
              "number of thoughts",
              "fewer thoughts",
              "number of thoughts",
              "budget in continuous thoughts",
              "the model must answer after at most so many continuous thoughts");
      case CONTEXT ->
          new CurrencyWords(
              "context",
              "less context",
              "context",
              "budget in tokens of context",
              "the model must answer where it would see more tokens than that at once");
    };
  }
}
