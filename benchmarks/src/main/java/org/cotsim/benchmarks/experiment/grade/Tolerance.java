package org.cotsim.benchmarks.experiment.grade;

/** A spelling that is not that of {@code cot data}, and is read all the same. */
public enum Tolerance {
  SPACES("spaces or lines where none belong"),
  SEPARATORS("commas, arrows, brackets or quotes around tokens"),
  LETTER_CASE("other case of letters"),
  NUMBERING("numbers of steps"),
  CHAIN_MARK("words such as \"Chain:\" before the chain"),
  ANSWER_MARK("another mark than \"Final answer: \" before the answer"),
  NO_ANSWER_MARK("no mark before the answer, which is the last word"),
  DECORATION("signs around the answer, such as a full stop"),
  TRAILING_TEXT("text behind the answer, which is left out"),
  CODE_FENCE("code fences"),
  TAGS("tags such as <think> or <|im_end|>");

  private final String words;

  Tolerance(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
