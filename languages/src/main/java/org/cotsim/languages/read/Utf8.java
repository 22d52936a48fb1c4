package org.cotsim.languages.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes read as strict UTF-8.
 *
 * @param text the characters before the first byte that is wrong, or all of them
 * @param problem what is wrong with that byte, if there is one
 */
record Utf8(String text, Optional<String> problem) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  static Utf8 decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    return new Utf8(
        text,
        result.isError()
            ? Optional.of("byte 0x%02X is not UTF-8".formatted(in.get(in.position())))
            : Optional.empty());
  }

  /** The same without a byte order mark at its beginning. */
  Utf8 withoutMark() {
    return text.startsWith(BYTE_ORDER_MARK) ? new Utf8(text.substring(1), problem) : this;
  }
}
