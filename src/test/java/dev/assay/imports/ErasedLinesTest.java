package dev.assay.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody of whom nothing but rejected lines is known is erased like anybody else. */
@QuarkusTest
class ErasedLinesTest {
  @Inject Tables tables;

  private final String lead = Assay.newLead();

  @ParameterizedTest
  @CsvSource({
    // the line is rejected for its employees; %s is unique
    "'%s,kim@example.com', '%s'",
    "'%s,Kim-%s@Example.com', 'kim-%s@example.com'",
    "' %s ,  KIM-%s@example.com ', 'Kim-%s@Example.com'",
    "',kim-%s@example.com', 'kim-%s@EXAMPLE.COM'",
    "'kim-%s@example.com,', 'kim-%s@example.com'",
  })
  void theLinesGoThatNameTheKeyOrAddress(String cells, String name) {
    int id =
        Importing.draft(
            "lead,email,employees\n%s,x\nother-%s,,y\n".formatted(cells.replace("%s", lead), lead));
    Importing.run(id, "{}");
    assertThat(Importing.errors(id).lines()).hasSize(3);

    Assay.erase(name.replace("%s", lead)).statusCode(204);

    assertThat(Importing.errors(id).lines()).hasSize(2).last().asString().contains("other-" + lead);
  }

  @Test
  void anAddressInACellTooFarRightIsFoundToo() {
    int id = Importing.draft("lead,title,email\nx,a,b,Kim-%1$s@Example.com\n".formatted(lead));
    Importing.run(id, "{}");
    assertThat(Importing.errors(id)).contains("Kim-" + lead);

    Assay.erase("kim-%s@example.com".formatted(lead)).statusCode(204);

    assertThat(Importing.errors(id)).doesNotContain("Kim-" + lead);
  }

  @Test
  void aLeadThatIsKnownTakesLinesWithItsAddressAlong() {
    Assay.put(lead, "{\"email\":\"kim-%s@example.com\"}".formatted(lead)).statusCode(201);
    int id =
        Importing.draft("lead,email,employees\nnew-%1$s,Kim-%1$s@Example.com,x\n".formatted(lead));
    Importing.run(id, "{}");
    assertThat(Importing.errors(id)).contains("new-" + lead);

    Assay.erase(lead).statusCode(204);

    assertThat(Importing.errors(id)).doesNotContain(lead);
  }

  @Test
  void linesFromBeforeTheirAddressesWereKeptAreFoundToo() throws Exception {
    int id =
        Importing.draft(
            "lead,note,employees\na,\" Kim-%1$s@Example.com \",x\nb,Kim <kim-%1$s@example.com>,x\nc,d,x\n"
                .formatted(lead));
    Importing.run(id, "{}");
    tables.execute("UPDATE csv_import_error SET addresses = '{}' WHERE csv_import = ?", id);
    String migration = migration("V34__addresses_of_rejected_lines.sql");

    tables.execute(migration.replaceAll("(?s).*(UPDATE .*);\\s+CREATE .*", "$1"));
    Assay.erase("kim-%s@example.com".formatted(lead)).statusCode(204);

    assertThat(Importing.errors(id).lines()).hasSize(2).last().asString().contains("c,d,x");
  }

  private static String migration(String name) throws Exception {
    try (InputStream file = ErasedLinesTest.class.getResourceAsStream("/db/migration/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    }
  }
}
