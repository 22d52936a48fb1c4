package org.cotsim.benchmarks.cli;

import java.io.Console;
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

  /** On Linux the error stream itself is looked at; elsewhere the JDK's console must do. */
  private static boolean errorIsTerminal() {
    Path error = Path.of("/proc/self/fd/2");
    try {
      return Files.isSymbolicLink(error)
          ? Files.readSymbolicLink(error).toString().matches("/dev/(pts/\\d+|tty.*|console)")
          : consoleIsTerminal();
    } catch (IOException e) {
      return false;
    }
  }

  /** From JDK 22 on there is always a console, and only then can it be asked. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean consoleIsTerminal() {
    Console console = System.console();
    try {
      return console != null
          && (Runtime.version().feature() < 22
              || (Boolean) Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
