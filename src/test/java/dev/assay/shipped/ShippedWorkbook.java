package dev.assay.shipped;

import dev.assay.workbook.Template;
import dev.assay.workbook.WorkbookWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The source of {@code rules/lead-scoring.xlsx}, in a form that can be reviewed. Run its main
 * method to write the file; a test fails while the two differ.
 */
public final class ShippedWorkbook {
  private ShippedWorkbook() {}

  public static void main(String[] args) throws IOException {
    Files.write(Path.of("rules", "lead-scoring.xlsx"), bytes());
  }

  static byte[] bytes() {
    try (WorkbookWriter writer = new WorkbookWriter()) {
      LeadSheets.write(writer);
      ActivitySheets.write(writer);
      ConclusionSheets.write(writer);
      ShippedCases.write(writer);
      Template.vocabulary(writer);
      return writer.bytes();
    }
  }
}
