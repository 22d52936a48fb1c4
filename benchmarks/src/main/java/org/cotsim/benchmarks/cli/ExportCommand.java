package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.modelfile.DecoderFolder;
import org.cotsim.benchmarks.modelfile.ModelFile;
import org.cotsim.benchmarks.modelfile.ModelJson;
import org.cotsim.benchmarks.modelfile.OnnxMetadata;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.AtomicFolder;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.export.Form;
import org.cotsim.simulator.export.OnnxExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a constructed decoder to a file. */
@Command(
    name = "export",
    description = "Writes the decoder of a problem to a file that other programs read.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  private static final int DEFAULT_LENGTH = 1024;

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private AmountOptions amountOptions;
  @Mixin private BuildOptions build;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "The file to write, for safetensors the folder; the extension of a file may name the"
              + " format; - is the standard output.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "onnx|json|safetensors",
      description = "The format (default: by the extension of FILE).")
  private Format format;

  @Option(
      names = "--form",
      paramLabel = "step|sequence",
      description =
          "onnx only: one step with key/value caches (default), or the scores after every position"
              + " of a whole sequence.")
  private Form form;

  @Option(
      names = "--max-steps",
      paramLabel = "T",
      description =
          "Compile for chains of up to T tokens (default: as many as an input of N tokens needs,"
              + " at most 2 N).")
  private Long maxSteps;

  @Option(
      names = "--overwrite",
      description = "safetensors only: replace a folder that was written before.")
  private boolean overwrite;

  enum Format {
    ONNX,
    JSON,
    SAFETENSORS
  }

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    if (maxSteps != null && maxSteps < 0) {
      throw new ExperimentException("--max-steps " + maxSteps + ": expected at least 0");
    }
    Format chosen = format();
    if (chosen != Format.ONNX && form != null) {
      throw new ExperimentException("--form can be given for onnx only");
    }
    if (chosen != Format.SAFETENSORS && overwrite) {
      throw new ExperimentException("--overwrite can be given for safetensors only");
    }
    if (chosen == Format.SAFETENSORS) {
      requireFolder();
    } else {
      AtomicFiles.requireWritableFile(out);
    }
    export(amountOptions.of(problemOptions.find()), chosen);
    return Cot.DONE;
  }

  private Format format() throws ExperimentException {
    if (format != null) {
      return format;
    }
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".onnx")) {
      return Format.ONNX;
    }
    if (name.endsWith(".json")) {
      return Format.JSON;
    }
    throw new ExperimentException(
        "--format is missing: %s is neither .onnx nor .json; --format safetensors writes a folder"
            .formatted(out));
  }

  private <I> void export(Problem<I> problem, Format chosen)
      throws ExperimentException, IOException {
    int length = build.maxLength().orElse(DEFAULT_LENGTH);
    ConstructedDecoder<I> decoder;
    try (ProgressLine progress = ProgressLine.open("export", OptionalLong.empty())) {
      progress.now("compile");
      decoder =
          new CompiledModels<>(
                  problem.construction(build.toConstructionOptions()), build.maxLength())
              .forRun(length, steps(problem, length));
      progress.now("write");
      switch (chosen) {
        case ONNX -> writeOnnx(decoder);
        case JSON -> writeJson(decoder);
        case SAFETENSORS -> writeFolder(decoder);
      }
    }
    if (!AtomicFiles.isStandardOutput(out)) {
      print(chosen, decoder.certificate());
    }
  }

  private void print(Format chosen, Certificate certificate)
      throws ExperimentException, IOException {
    PrintWriter text = spec.commandLine().getOut();
    text.printf(
        "written   %s: %s%s%n",
        out,
        switch (chosen) {
          case ONNX -> "ONNX, " + form() + " form, " + build.arithmetic();
          case JSON -> "JSON";
          case SAFETENSORS -> "a folder for PyTorch, " + build.arithmetic();
        },
        Files.isRegularFile(out) ? ", " + Files.size(out) + " bytes" : "");
    text.printf(
        "model     compiled for n <= %d and %d steps, %s%n",
        certificate.maxLength(),
        certificate.maxSteps(),
        certificate.holds() ? "certified" : "NOT certified");
  }

  private void writeOnnx(ConstructedDecoder<?> decoder) throws ExperimentException, IOException {
    try {
      OnnxExport export = new OnnxExport(decoder.model(), form(), build.arithmetic());
      Map<String, String> metadata =
          OnnxMetadata.of(problemOptions.text(), decoder, export, Cot.VERSION);
      AtomicFiles.write(out, stream -> export.write(stream, metadata));
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(out + ": " + e.getMessage());
    }
  }

  private void writeJson(ConstructedDecoder<?> decoder) throws IOException {
    ModelFile file = ModelFile.of(problemOptions.text(), problemOptions.alphabet(), decoder);
    AtomicFiles.write(out, stream -> ModelJson.write(file, Cot.VERSION, stream));
  }

  private void requireFolder() throws ExperimentException, IOException {
    if (AtomicFiles.isStandardOutput(out)) {
      throw new ExperimentException("--out -: safetensors are written into a folder");
    }
  }

  private void writeFolder(ConstructedDecoder<?> decoder) throws ExperimentException, IOException {
    ModelFile file = ModelFile.of(problemOptions.text(), problemOptions.alphabet(), decoder);
    try (AtomicFolder folder = AtomicFolder.begin(out, overwrite, DecoderFolder.files())) {
      DecoderFolder.write(file, build.arithmetic(), Cot.VERSION, folder.path());
      folder.appear();
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(out + ": " + e.getMessage());
    }
  }

  private Form form() {
    return form == null ? Form.STEP : form;
  }

  private long steps(Problem<?> problem, int length) {
    return maxSteps == null ? Math.min(problem.mostSteps(length), 2L * length) : maxSteps;
  }
}
