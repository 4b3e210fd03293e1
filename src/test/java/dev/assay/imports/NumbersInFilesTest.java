package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that might be another one is refused with its line, and never guessed. */
@QuarkusTest
class NumbersInFilesTest {
  private final String lead = Assay.newLead();

  @ParameterizedTest
  @ValueSource(strings = {"2,5", "10.000", "1,2,3", "1,300", "$5M"})
  void aNumberWithTwoReadingsIsRefusedWithItsLine(String cell) {
    int id = Importing.draft("lead;Annual revenue\n%s;%s\n".formatted(lead, cell));
    String mapping = "{\"columns\":{\"lead\":\"lead\",\"Annual revenue\":\"revenue\"}}";
    Importing.post(id, "preview", mapping)
        .statusCode(200)
        .body("lines[0].problem", containsString("column \"Annual revenue\" has \"" + cell + "\""));

    JsonPath done = Importing.run(id, mapping);

    assertThat(done.getInt("rejected")).isEqualTo(1);
    assertThat(Importing.errors(id)).contains("2,").contains("such as 1234.5");
  }

  @Test
  void thePreviewShowsWhatANumberBecomes() {
    int id = Importing.draft("lead;revenue;Plan\n%s;1.234.567,5;10.000\n".formatted(lead));
    Importing.post(id, "preview", "{}")
        .body("lines[0].cells[1]", equalTo("1.234.567,5"))
        .body("lines[0].becomes.revenue", equalTo(1234567.5f))
        .body("lines[0].becomes.attributes.Plan", equalTo("10.000"));
  }
}
