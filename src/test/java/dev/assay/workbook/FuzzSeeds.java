package dev.assay.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Writes the first inputs of the fuzz corpus: one of each sort that {@link ReaderFuzz} knows. */
final class FuzzSeeds {
  private FuzzSeeds() {}

  public static void main(String[] args) throws IOException {
    Files.createDirectories(FuzzCorpusTest.CORPUS);
    write("seed-file", 'z', Trial.sound().bytes());
    write("seed-rules", 's', part("xl/worksheets/sheet1.xml"));
    write("seed-groups", 'g', part("xl/worksheets/sheet2.xml"));
    write("seed-workbook", 'w', part("xl/workbook.xml"));
    write("seed-relations", 'r', part("xl/_rels/workbook.xml.rels"));
    write("seed-styles", 'y', part("xl/styles.xml"));
    write("seed-types", 't', part("[Content_Types].xml"));
    String cells =
        "A5=RuleTable Points\nA7=not Trait\nA8=Text.in(country, \"$param\")\nC8=countWithin($1, $2)\n"
            + "B8=employees != null && employees != $param\nI11=half-life 30 days\nC11=5, 7\n"
            + "U2=page_view /pricing x3 10 days ago; demo_request\nV2=-\nE12=20\nF11=-5\nG11=3";
    write("seed-cells", 'c', cells.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] part(String name) {
    return Objects.requireNonNull(Trial.sound().parts().get(name));
  }

  private static void write(String name, char kind, byte[] content) throws IOException {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.write(kind);
    input.write(content);
    Path file = FuzzCorpusTest.CORPUS.resolve(name);
    Files.write(file, input.toByteArray());
  }
}
