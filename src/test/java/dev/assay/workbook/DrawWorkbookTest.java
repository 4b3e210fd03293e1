package dev.assay.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shipped.ShippedRules;
import dev.assay.workbook.SheetPicture.Kind;
import dev.assay.workbook.SheetPicture.Square;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the sheets of a file look to people. */
class DrawWorkbookTest {

  @Test
  void labelsStandAboveTheirColumnsAndTechnicalRowsAreKnown() {
    List<SheetPicture> sheets = DrawWorkbook.sheets(ShippedRules.workbook());

    assertThat(sheets).map(SheetPicture::name).contains("Traits", "Fit", "Engagement", "Cases");
    SheetPicture engagement =
        sheets.stream().filter(one -> one.name().equals("Engagement")).findFirst().orElseThrow();
    assertThat(row(engagement, 9).kind()).isEqualTo(Kind.TECHNICAL);
    assertThat(row(engagement, 10).kind()).isEqualTo(Kind.HEAD);
    assertThat(row(engagement, 11).kind()).isEqualTo(Kind.DATA);
    assertThat(row(engagement, 11).cells())
        .contains(new Square(0, "demo_request", false), new Square(4, "30", true));
  }

  @Test
  void ofAFileThatIsNoWorkbookThereIsNothingToSee() {
    assertThat(DrawWorkbook.sheets("no workbook".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void cellsHaveAddresses() {
    assertThat(DrawWorkbook.letters(27)).isEqualTo("AB");
    assertThat(DrawWorkbook.row("AB12")).isEqualTo(12);
    assertThat(DrawWorkbook.column("AB12")).isEqualTo(27);
  }

  private static SheetPicture.Row row(SheetPicture sheet, int number) {
    return sheet.rows().stream().filter(one -> one.number() == number).findFirst().orElseThrow();
  }
}
