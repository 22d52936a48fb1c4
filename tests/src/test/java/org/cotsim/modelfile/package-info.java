/**
 * Models as JSON: what is written is read back as it was, and every fault of a file is a sentence.
 *
 * <p>Start at {@link org.cotsim.modelfile.ModelJsonTest}.
 */
package org.cotsim.modelfile;
