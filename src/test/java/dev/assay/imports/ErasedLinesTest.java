package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody of whom nothing but rejected lines is known is erased like anybody else. */
@QuarkusTest
class ErasedLinesTest {
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
}
