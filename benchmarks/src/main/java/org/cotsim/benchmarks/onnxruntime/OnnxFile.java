package org.cotsim.benchmarks.onnxruntime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A decoder-only model in an ONNX file, loaded and looked at: {@code input_ids}, if it wants them
 * {@code attention_mask} and {@code position_ids}, and {@code logits} of whole sequences; or a step
 * with caches, {@code past_key_values.*} and {@code present.*}.
 *
 * <p>What ONNX Runtime holds is freed with this object. Threads may share it.
 */
public final class OnnxFile {

  private static final Cleaner CLEANER = Cleaner.create();

  private final Path file;
  private final OrtSession session;
  private final Ports ports;
  private final Map<String, String> metadata;

  private OnnxFile(Path file, OrtSession session, Ports ports, Map<String, String> metadata) {
    this.file = file;
    this.session = session;
    this.ports = ports;
    this.metadata = Map.copyOf(metadata);
    CLEANER.register(this, () -> Engine.close(session));
  }

  /**
   * Loads a file; loads the native library if it is not loaded yet.
   *
   * @throws UnfitFileException if it is no such model, with what was found and expected
   */
  public static OnnxFile open(Path file) throws UnfitFileException {
    if (!Files.exists(file)) {
      throw new UnfitFileException(file, "there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new UnfitFileException(file, "this is not a file");
    }
    if (file.toFile().length() == 0) {
      throw new UnfitFileException(file, "this file is empty");
    }
    OrtSession session;
    try {
      session = Engine.open(file);
    } catch (OrtException e) {
      throw new UnfitFileException(file, "ONNX Runtime cannot load it: " + Engine.sentence(e));
    }
    try {
      Ports ports = Ports.of(file, session);
      return new OnnxFile(file, session, ports, session.getMetadata().getCustomMetadata());
    } catch (UnfitFileException e) {
      Engine.close(session);
      throw e;
    } catch (OrtException e) {
      Engine.close(session);
      throw Engine.failed(e);
    }
  }

  /** What the file says about itself. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /**
   * How many scores it has for a token, at least as many as a vocabulary has tokens.
   *
   * @param tokens how many the vocabulary has; what is returned where the file leaves it open
   * @param source where they come from
   * @throws UnfitFileException if there are fewer scores
   */
  public int scores(int tokens, String source) throws UnfitFileException {
    if (ports.vocabulary() < 0) {
      return tokens;
    }
    if (ports.vocabulary() < tokens) {
      throw new UnfitFileException(
          file,
          "logits has %d scores for a token, but %s has %d tokens"
              .formatted(ports.vocabulary(), source, tokens));
    }
    return Math.toIntExact(ports.vocabulary());
  }

  /** How it reads sequences and computes, in a few words. */
  public String form() {
    return (ports.caches().isEmpty() ? "whole sequences" : "steps with caches")
        + ", "
        + ports.logits().name().toLowerCase(Locale.ROOT);
  }

  Path file() {
    return file;
  }

  OrtSession session() {
    return session;
  }

  Ports ports() {
    return ports;
  }

  /** Whether scores are computed in more than single precision. */
  boolean isDouble() {
    return ports.logits() == OnnxJavaType.DOUBLE;
  }
}
