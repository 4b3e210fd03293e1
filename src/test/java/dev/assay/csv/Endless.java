package dev.assay.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/** A beginning, and then the same line over and over, made as it is read. */
public final class Endless extends InputStream {
  private final byte[] line;
  private byte[] part;
  private int at;
  private long left;

  public Endless(String beginning, String line, long lines) {
    this.part = beginning.getBytes(UTF_8);
    this.line = line.getBytes(UTF_8);
    this.left = lines;
  }

  @Override
  public int read() {
    if (at == part.length) {
      if (left == 0) {
        return -1;
      }
      left--;
      part = line;
      at = 0;
    }
    return part[at++] & 0xFF;
  }
}
