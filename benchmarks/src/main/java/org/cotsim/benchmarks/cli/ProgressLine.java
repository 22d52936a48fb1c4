package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.cotsim.benchmarks.experiment.Progress;

/** A progress bar on standard error, there only if that is a terminal. */
final class ProgressLine implements Progress, AutoCloseable {

  private final Optional<ProgressBar> bar;

  private ProgressLine(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /**
   * Opens the bar.
   *
   * @param task what takes so long
   * @param size how many inputs there will be, if that is known
   */
  static ProgressLine open(String task, OptionalLong size) {
    if (!errorIsTerminal()) {
      return new ProgressLine(Optional.empty());
    }
    return new ProgressLine(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(size.orElse(-1))
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, 79))
                .clearDisplayOnFinish()
                .build()));
  }

  @Override
  public void done(long more) {
    bar.ifPresent(shown -> shown.stepBy(more));
  }

  /** Says what is being worked on now. */
  void now(String what) {
    bar.ifPresent(shown -> shown.setExtraMessage(what));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }

  /** The JDK can only tell whether input and output are terminals; on Linux the error stream is seen. */
  private static boolean errorIsTerminal() {
    Path error = Path.of("/proc/self/fd/2");
    try {
      return Files.isSymbolicLink(error)
          ? Files.readSymbolicLink(error).toString().matches("/dev/(pts/\\d+|tty.*|console)")
          : System.console() != null;
    } catch (IOException e) {
      return false;
    }
  }
}
