/** Circuits of decoders beside the decoders, with planted faults, and in other programs. */
package org.cotsim.circuit;
