package org.cotsim.simulator.execute.reference;

/**
 * Looks on while a sequence is computed; it can change nothing.
 *
 * <p>For every token come, in this order: {@link #embedded}, then per layer {@link #attended} for
 * each head, {@link #added} after the attention sublayer and {@link #added} after the feed-forward
 * sublayer. The arrays are the executor's own: they must be copied to be kept, and not be changed.
 */
public interface Observer {

  /** An observer that does not look. */
  Observer NONE =
      new Observer() {
        @Override
        public void embedded(int token, double[] stream) {}

        @Override
        public void attended(int layer, int head, double[] weights, int visible, double total) {}

        @Override
        public void added(double[] stream) {}
      };

  /**
   * A token has become a residual stream.
   *
   * @param stream [width]
   */
  void embedded(int token, double[] stream);

  /**
   * A head has weighed the positions that it sees.
   *
   * @param weights [visible] and perhaps more; divided by the total they sum to 1
   * @param visible the number of positions, possibly 0
   * @param total the sum of the weights
   */
  void attended(int layer, int head, double[] weights, int visible, double total);

  /**
   * A sublayer has added what it computed.
   *
   * @param stream [width]
   */
  void added(double[] stream);
}
