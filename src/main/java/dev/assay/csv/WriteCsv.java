package dev.assay.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180) in UTF-8, with a byte order mark so that Excel takes it as such. Numbers
 * stay numbers; what begins like a formula in a text is escaped.
 */
public final class WriteCsv implements Closeable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVPrinter printer;

  /** Begins a file. */
  public WriteCsv(OutputStream out) throws IOException {
    BufferedWriter writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    writer.write(BYTE_ORDER_MARK);
    printer = new CSVPrinter(writer, CSVFormat.RFC4180);
  }

  /** Writes a line; null is an empty cell. */
  public void line(List<? extends @Nullable Object> cells) throws IOException {
    for (Object cell : cells) {
      printer.print(cell instanceof Number ? cell : escaped(cell));
    }
    printer.println();
  }

  private static String escaped(@Nullable Object cell) {
    return cell == null ? "" : FormulaEscape.escape(cell.toString());
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
