/**
 * Constructed decoders as files: what an ONNX file says about itself, and models as JSON.
 *
 * <p>Uses the simulator and Gson; knows no problem and no command line. Start at {@link
 * org.cotsim.benchmarks.modelfile.ModelJson}.
 */
package org.cotsim.benchmarks.modelfile;
