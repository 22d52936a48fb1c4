/**
 * The executor that exports a model and runs the file in ONNX Runtime, the engine that most people
 * would take.
 *
 * <p>Uses {@code execute}, {@code export} and ONNX Runtime's Java API, which nobody else uses.
 * Start at {@link org.cotsim.benchmarks.onnxruntime.OnnxRuntimeExecutor}.
 */
package org.cotsim.benchmarks.onnxruntime;
