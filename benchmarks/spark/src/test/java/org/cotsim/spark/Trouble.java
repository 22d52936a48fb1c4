package org.cotsim.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.util.TaskCompletionListener;

/** What can happen to tasks: a plugin of Spark, so that the job itself knows nothing of it. */
public final class Trouble implements SparkPlugin {

  /** What happens: the name of a {@link Kind}. */
  static final String KIND = "spark.cotsim.test.trouble";

  /** A file to which each trouble adds a line. */
  static final String LOG = "spark.cotsim.test.log";

  /** What happens to a task when it begins. */
  enum Kind {
    /** Every task fails after its work, when it is tried first. */
    EACH_FAILS_ONCE,
    /** The task of the last number that is tried fails whenever it is tried. */
    THIRD_FAILS_ALWAYS,
    /** The process of the second task is gone at once, when it is tried first. */
    SECOND_KILLS_ITS_EXECUTOR,
    /** Nothing but time. */
    SLOW
  }

  /** Settings under which this happens. */
  static SparkConf with(SparkConf conf, Kind kind, Path log) {
    return conf.set("spark.plugins", Trouble.class.getName())
        .set(KIND, kind.name())
        .set(LOG, log.toString());
  }

  @Override
  public DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new OnExecutor();
  }

  private static final class OnExecutor implements ExecutorPlugin {
    private Kind kind;
    private Path log;

    @Override
    public void init(PluginContext context, Map<String, String> extra) {
      kind = Kind.valueOf(context.conf().get(KIND));
      log = Path.of(context.conf().get(LOG));
    }

    @Override
    public void onTaskStart() {
      TaskContext task = TaskContext.get();
      boolean isFirst = task.attemptNumber() == 0;
      switch (kind) {
        case EACH_FAILS_ONCE -> failAtEnd(task, isFirst);
        case THIRD_FAILS_ALWAYS -> failAtEnd(task, task.partitionId() == 2);
        case SECOND_KILLS_ITS_EXECUTOR -> {
          if (isFirst && task.partitionId() == 1) {
            note(task);
            Runtime.getRuntime().halt(137);
          }
        }
        case SLOW -> sleep();
      }
    }

    private void failAtEnd(TaskContext task, boolean doesFail) {
      if (doesFail) {
        note(task);
        TaskCompletionListener accident =
            any -> {
              throw new IllegalStateException("an accident");
            };
        task.addTaskCompletionListener(accident);
      }
    }

    private void note(TaskContext task) {
      try {
        Files.writeString(
            log,
            "task %d, attempt %d%n".formatted(task.partitionId(), task.attemptNumber()),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void sleep() {
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
