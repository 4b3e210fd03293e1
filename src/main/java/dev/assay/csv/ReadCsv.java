package dev.assay.csv;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file line by line: UTF-8 with or without byte order mark, cells parted by comma,
 * semicolon or tab, names of columns in the first line. Holds one line in memory.
 */
public final class ReadCsv implements Closeable {
  /** Columns at most. */
  public static final int COLUMNS = 200;

  /** Characters of a line at most. */
  public static final int CHARACTERS = 100_000;

  private static final int LOOK_AT = 65_536;

  private final LongLineGuard guard;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final char delimiter;
  private final List<String> header;
  private long rows;

  /**
   * A line below the header.
   *
   * @param number counts from 1, without the header and without blank lines
   * @param line where it begins in the file, from 1
   */
  public record Row(long number, long line, List<String> cells) {}

  /** Opens a file and reads its header. */
  public ReadCsv(InputStream file) throws IOException, UnreadableCsv {
    BufferedInputStream in = new BufferedInputStream(file, LOOK_AT);
    in.mark(LOOK_AT);
    byte[] beginning = in.readNBytes(LOOK_AT);
    in.reset();
    Delimiters.refuseOthers(beginning);
    in.skipNBytes(Delimiters.markLength(beginning));
    delimiter = Delimiters.guess(beginning);
    guard =
        new LongLineGuard(
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            CHARACTERS);
    parser =
        CSVParser.builder()
            .setReader(guard)
            .setFormat(
                CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get())
            .get();
    records = parser.iterator();
    header = header(read());
  }

  private static List<String> header(@Nullable CSVRecord first) throws UnreadableCsv {
    if (first == null) {
      throw new UnreadableCsv("The file is empty; its first line must name the columns.");
    }
    if (first.size() > COLUMNS) {
      throw new UnreadableCsv(
          "The first line names %d columns; at most %d are read.".formatted(first.size(), COLUMNS));
    }
    Set<String> names = new LinkedHashSet<>();
    for (String cell : first) {
      String name = cell.strip().isEmpty() ? "Column " + (names.size() + 1) : cell.strip();
      if (!names.add(name)) {
        throw new UnreadableCsv("Two columns are called \"%s\"; rename one.".formatted(name));
      }
    }
    return List.copyOf(names);
  }

  /** How cells are parted. */
  public char delimiter() {
    return delimiter;
  }

  /** The names of the columns, each once. */
  public List<String> header() {
    return header;
  }

  /** The next line, null at the end. */
  public @Nullable Row next() throws IOException, UnreadableCsv {
    CSVRecord record = read();
    if (record == null) {
      return null;
    }
    List<String> cells = new ArrayList<>(record.size());
    long breaks = 0;
    for (String cell : record) {
      cells.add(cell);
      breaks += cell.chars().filter(c -> c == '\n').count();
    }
    return new Row(++rows, parser.getCurrentLineNumber() - breaks, cells);
  }

  private @Nullable CSVRecord read() throws IOException, UnreadableCsv {
    try {
      CSVRecord record = records.hasNext() ? records.next() : null;
      guard.lineEnded();
      return record;
    } catch (UncheckedIOException failure) {
      IOException cause = failure.getCause();
      String where = "Line %,d ".formatted(parser.getCurrentLineNumber() + 1);
      if (cause instanceof CharacterCodingException) {
        throw new UnreadableCsv(
            "Near line %,d the file is not UTF-8 text; save it as CSV UTF-8."
                .formatted(parser.getCurrentLineNumber() + 1));
      }
      if (cause instanceof LongLineGuard.LineTooLong) {
        throw new UnreadableCsv(
            where
                + "has more than %,d characters; is a quotation mark never closed?"
                    .formatted(CHARACTERS));
      }
      if (cause instanceof org.apache.commons.csv.CSVException) {
        throw new UnreadableCsv(
            where
                + "has a quotation mark in the wrong place; a cell that holds one is put in quotation"
                + " marks, with the mark doubled.");
      }
      throw cause;
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
