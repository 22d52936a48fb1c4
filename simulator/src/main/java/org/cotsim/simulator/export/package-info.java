/**
 * Models as files for other programs: ONNX, with standard operators only.
 *
 * <p>Uses {@code model} and the JDK only. Start at {@link org.cotsim.simulator.export.OnnxExport}.
 */
package org.cotsim.simulator.export;
