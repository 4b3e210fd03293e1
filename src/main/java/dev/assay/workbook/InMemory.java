package dev.assay.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes and closes workbooks that are in memory alone, where neither can fail. */
final class InMemory {
  private InMemory() {}

  static byte[] bytes(XSSFWorkbook workbook) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static void close(XSSFWorkbook workbook) {
    try {
      workbook.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
