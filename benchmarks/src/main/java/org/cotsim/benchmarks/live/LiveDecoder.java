package org.cotsim.benchmarks.live;

import org.cotsim.benchmarks.page.LivePage;
import org.teavm.jso.JSExport;

/** What the script of a page calls. */
public final class LiveDecoder {

  private static final LivePage PAGE = new LivePage(new PageProblems());

  private LiveDecoder() {}

  /** See {@link LivePage#speak}. */
  @JSExport
  public static void speak(String sentences) {
    PAGE.speak(sentences);
  }

  /** See {@link LivePage#answer}. */
  @JSExport
  public static String answer(String problem, String word) {
    return PAGE.answer(problem, word);
  }

  /** See {@link LivePage#bits}. */
  @JSExport
  public static String bits(String problem, String word) {
    return PAGE.bits(problem, word);
  }

  /** Nothing happens before the first call. */
  public static void main(String[] arguments) {}
}
