package dev.assay.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends reading when a line does not end: a quotation mark that is never closed would otherwise draw
 * the rest of the file into memory.
 */
final class LongLineGuard extends FilterReader {
  /** What a parser may read ahead. */
  private static final int AHEAD = 16_384;

  private final int longest;
  private long sinceLine;

  LongLineGuard(Reader in, int longest) {
    super(in);
    this.longest = longest;
  }

  /** A line was read to its end. */
  void lineEnded() {
    sinceLine = 0;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(1);
    return read;
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int characters) throws LineTooLong {
    sinceLine += characters;
    if (sinceLine > longest + AHEAD) {
      throw new LineTooLong();
    }
  }

  /** A line is longer than is allowed. */
  static final class LineTooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
