package dev.assay.workbook;

import dev.assay.advice.FindWarnings;
import dev.assay.advice.Surroundings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads whatever Jazzer makes up. The first letter says what the rest is: a whole file, one part of
 * a sound file, or lines {@code B10=text} that are put into cells of a sound file.
 */
public final class ReaderFuzz {
  /** Of a processor, so that what runs beside the fuzzer does not count. */
  private static final long LONGEST_NANOS = 2_000_000_000L;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ReaderFuzz() {}

  /** Loads what the first file would otherwise be blamed for. */
  public static void fuzzerInitialize() {
    read("c".getBytes(StandardCharsets.UTF_8), Long.MAX_VALUE);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    read(input, LONGEST_NANOS);
  }

  private static void read(byte[] input, long longestNanos) {
    byte[] file = file(input);
    long start = THREADS.getCurrentThreadCpuTime();
    Reading reading = WorkbookReader.read(file);
    if (reading instanceof Reading.Understood understood) {
      FindWarnings.in(understood.workbook(), Surroundings.NONE);
    } else if (reading.errors().isEmpty()) {
      throw new AssertionError("refused without an error");
    }
    if (THREADS.getCurrentThreadCpuTime() - start > longestNanos) {
      throw new AssertionError("took more than two seconds");
    }
    if (System.getProperty("assay.hacked") != null) {
      throw new AssertionError("code in the file was run");
    }
  }

  private static byte[] file(byte[] input) {
    byte[] rest = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
    return switch (input.length == 0 ? 'z' : input[0]) {
      case 'z' -> rest;
      case 's' -> with("xl/worksheets/sheet1.xml", rest);
      case 'g' -> with("xl/worksheets/sheet2.xml", rest);
      case 'w' -> with("xl/workbook.xml", rest);
      case 'r' -> with("xl/_rels/workbook.xml.rels", rest);
      case 'y' -> with("xl/styles.xml", rest);
      case 't' -> with("[Content_Types].xml", rest);
      default -> withCells(new String(rest, StandardCharsets.UTF_8));
    };
  }

  private static byte[] with(String part, byte[] content) {
    return Trial.sound().part(part, content).bytes();
  }

  private static byte[] withCells(String lines) {
    Xlsx xlsx = Trial.sound();
    for (String line : lines.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0 && line.substring(0, equals).matches("[A-Z][1-9][0-9]?")) {
        // Columns R to Z stand for A to I of the sheet Cases.
        boolean ofCases = line.charAt(0) > 'Q';
        char column = (char) (ofCases ? line.charAt(0) - 17 : line.charAt(0));
        String sheet = ofCases ? "Cases" : "Rules";
        String cell = column + line.substring(1, equals);
        String text = line.substring(equals + 1);
        if (text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
          xlsx.sheet(sheet).number(cell, text);
        } else {
          xlsx.sheet(sheet).put(cell, text);
        }
      }
    }
    return xlsx.bytes();
  }
}
