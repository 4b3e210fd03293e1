package dev.assay.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadCsvTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theDelimiterIsFoundInTheFirstLine(String delimiter) throws Exception {
    String file = "\"a,;\t,;\t\"|b|c\n1|2|3\n".replace("|", delimiter);

    assertThat(rows(file))
        .singleElement()
        .extracting(ReadCsv.Row::cells)
        .asList()
        .containsExactly("1", "2", "3");
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstName() throws Exception {
    try (ReadCsv csv = read("\uFEFFlead,email\n")) {
      assertThat(csv.header()).containsExactly("lead", "email");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aRowNamesTheLineWhereItBegins(String end) throws Exception {
    String file = "a,b%n1,\"two%nlines\"%n%n2,x%n3,y".replace("%n", end);

    assertThat(rows(file)).extracting(ReadCsv.Row::line).containsExactly(2L, 5L, 6L);
    assertThat(rows(file)).extracting(ReadCsv.Row::number).containsExactly(1L, 2L, 3L);
    assertThat(rows(file).get(0).cells()).containsExactly("1", "two" + end + "lines");
  }

  @Test
  void textThatIsNotUtf8IsRefusedWithItsLine() {
    byte[] file = "name\nok\nMüller\n".getBytes(ISO_8859_1);

    assertThatThrownBy(() -> all(new ByteArrayInputStream(file)))
        .isInstanceOf(UnreadableCsv.class)
        .hasMessageContaining("not UTF-8")
        .hasMessageContaining("save it as CSV UTF-8");
  }

  @Test
  void otherEncodingsAndFilesAreNamed() {
    assertThatThrownBy(() -> all(new ByteArrayInputStream("\uFEFFa,b".getBytes(UTF_16LE))))
        .hasMessageContaining("UTF-16");
    assertThatThrownBy(() -> all(new ByteArrayInputStream("PK\3\4".getBytes(UTF_8))))
        .hasMessageContaining("workbook");
    assertThatThrownBy(() -> rows("a\0b")).hasMessageContaining("NUL");
    assertThatThrownBy(() -> rows("")).hasMessageContaining("empty");
  }

  @Test
  void columnsAreNamedOnce() throws Exception {
    assertThatThrownBy(() -> rows("a,b,a\n")).hasMessageContaining("Two columns are called \"a\"");
    try (ReadCsv csv = read("a,,c\n")) {
      assertThat(csv.header()).containsExactly("a", "Column 2", "c");
    }
  }

  @ParameterizedTest
  @CsvSource({"200, true", "201, false"})
  void soManyColumnsAreRead(int columns, boolean readable) throws Exception {
    String header = String.join(",", IntStream.range(0, columns).mapToObj(i -> "c" + i).toList());

    if (readable) {
      assertThat(rows(header + "\nx\n")).hasSize(1);
    } else {
      assertThatThrownBy(() -> rows(header)).hasMessageContaining("201 columns");
    }
  }

  @Test
  void aLineOfTheGreatestLengthIsRead() throws Exception {
    String longest = "x".repeat(ReadCsv.CHARACTERS - 3);

    assertThat(rows("a\n" + (longest + "\n").repeat(5))).hasSize(5);
  }

  @Test
  void aQuotationMarkThatIsNeverClosedDoesNotDrawTheFileIntoMemory() {
    InputStream endless = new Endless("a,b\n1,\"never closed ", "and on\n", Long.MAX_VALUE);

    assertThatThrownBy(() -> all(endless))
        .isInstanceOf(UnreadableCsv.class)
        .hasMessageContaining("never closed");
  }

  @Test
  void aQuotationMarkInTheWrongPlaceIsNamed() {
    assertThatThrownBy(() -> rows("a,b\n1,\"x\"y\n")).hasMessageContaining("quotation mark");
  }

  @Test
  void aMillionLinesTakeNoMoreMemoryThanTen() throws Exception {
    try (ReadCsv csv =
        new ReadCsv(new Endless("lead,title\n", "l-1,Head of something or other\n", 1_000_000))) {
      IntStream.range(0, 10).forEach(i -> next(csv));
      long before = used();
      long rows = 10;
      while (csv.next() != null) {
        rows++;
      }

      assertThat(rows).isEqualTo(1_000_000);
      assertThat(used() - before).isLessThan(8 << 20);
    }
  }

  private static void next(ReadCsv csv) {
    try {
      csv.next();
    } catch (IOException | UnreadableCsv failure) {
      throw new AssertionError(failure);
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static ReadCsv read(String file) throws IOException, UnreadableCsv {
    return new ReadCsv(new ByteArrayInputStream(file.getBytes(UTF_8)));
  }

  private static List<ReadCsv.Row> rows(String file) throws IOException, UnreadableCsv {
    return all(new ByteArrayInputStream(file.getBytes(UTF_8)));
  }

  private static List<ReadCsv.Row> all(InputStream file) throws IOException, UnreadableCsv {
    List<ReadCsv.Row> rows = new ArrayList<>();
    try (ReadCsv csv = new ReadCsv(file)) {
      for (ReadCsv.Row row = csv.next(); row != null; row = csv.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
