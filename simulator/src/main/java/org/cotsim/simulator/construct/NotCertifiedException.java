package org.cotsim.simulator.construct;

import java.util.Locale;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.ScoreClaim;

/** A length at which rounding errors could change an answer, so that no model is built for it. */
public final class NotCertifiedException extends Exception {

  private final int largestCertified;

  /**
   * The refusal of a length.
   *
   * @param certificate what does not hold
   * @param largestCertified the largest length that is certified
   */
  public NotCertifiedException(Certificate certificate, int largestCertified) {
    super(message(certificate, largestCertified));
    this.largestCertified = largestCertified;
  }

  public int largestCertified() {
    return largestCertified;
  }

  private static String message(Certificate certificate, int largestCertified) {
    ScoreClaim claim = certificate.tightest();
    return String.format(
        Locale.ROOT,
        "an input of %d and a chain of %d tokens are not certified in %s: at the head \"%s\" the gap %.2g is less than 4 times the"
            + " noise %.2g; the largest certified length is %d",
        certificate.maxLength(),
        certificate.maxSteps(),
        certificate.arithmetic(),
        claim.name(),
        claim.gap(),
        claim.noise(),
        largestCertified);
  }
}
