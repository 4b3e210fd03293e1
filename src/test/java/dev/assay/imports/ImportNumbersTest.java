package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.client.Assay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** Numbers as people write them become those numbers, or nothing. */
@QuarkusTest
class ImportNumbersTest {
  private final String lead = Assay.newLead();

  @Test
  void whatMayMeanTwoThingsIsRejectedWithItsLine() {
    int id =
        Importing.draft(
            """
            lead;Annual revenue
            %1$s-a;2,5
            %1$s-b;1.234,50
            %1$s-c;10.000
            %1$s-d;1,2,3
            %1$s-e;1,234,567
            """
                .formatted(lead));

    JsonPath done = Importing.run(id, "{}");

    assertThat(Assay.lead(lead + "-a").getDouble("profile.revenue")).isEqualTo(2.5);
    assertThat(Assay.lead(lead + "-b").getDouble("profile.revenue")).isEqualTo(1234.5);
    assertThat(Assay.lead(lead + "-e").getDouble("profile.revenue")).isEqualTo(1234567);
    assertThat(done.getInt("rejected")).isEqualTo(2);
    assertThat(Importing.errors(id).lines())
        .anyMatch(line -> line.startsWith("4,") && line.contains("10.000") && line.contains("or"))
        .anyMatch(line -> line.startsWith("5,") && line.contains("1,2,3"));
    Assay.get("/v1/leads/{lead}", lead + "-c").statusCode(404);
  }

  @Test
  void anAttributeThatMayMeanTwoThingsStaysAText() {
    int id = Importing.draft("lead;size;ratio\n%s;10.000;0.125\n".formatted(lead));

    Importing.run(id, "{}");

    JsonPath stored = Assay.lead(lead);
    assertThat(stored.<Object>get("profile.attributes.size")).isEqualTo("10.000");
    assertThat(stored.getDouble("profile.attributes.ratio")).isEqualTo(0.125);
  }

  @Test
  void thePreviewShowsWhatEachCellBecomes() {
    int id =
        Importing.draft(
            "lead;budget;employees;size\nl-1;1.234,50;1.234;10.000\nl-2;%s;2,5;7\n"
                .formatted("5\u00a0%"));

    Importing.post(id, "preview", "{}")
        .statusCode(200)
        .body("lines[0].readings[1].column", equalTo("budget"))
        .body("lines[0].readings[1].field", equalTo("budget"))
        .body("lines[0].readings[1].before", equalTo("1.234,50"))
        .body("lines[0].readings[1].after", equalTo(1234.5f))
        .body("lines[0].readings[1].note", nullValue())
        .body(
            "lines[0].readings[2].note",
            equalTo("must be one number, but this may mean 1234 or 1.234; write 1234 or 1.2340"))
        .body("lines[0].readings[3].after", equalTo("10.000"))
        .body("lines[0].readings[3].note", containsString("stays a text"))
        .body(
            "lines[0].problem",
            equalTo(
                "employees must be one number, but this may mean 1234 or 1.234; write 1234 or"
                    + " 1.2340, was \"1.234\", in column \"employees\""))
        .body("lines[1].problem", containsString("without U+00A0 (NO-BREAK SPACE)"))
        .body("lines[1].problem", containsString("in column \"budget\""))
        .body("lines[1].problem", containsString("must be a whole number"));
  }

  @Test
  void allThatIsWrongWithALineIsSaid() {
    int id = Importing.draft("lead,email,budget\n%s,nobody,1.234\n".formatted(lead));

    Importing.run(id, "{}");

    assertThat(Importing.errors(id))
        .contains("budget must be one number")
        .contains("email must be an e-mail address");
  }

  @Test
  void aConstantThatMayMeanTwoNumbersIsRefusedAtOnce() {
    int id = Importing.draft("who\nl-1\n");

    Importing.post(
            id, "start", "{\"columns\":{\"who\":\"lead\"},\"constants\":{\"budget\":\"10.000\"}}")
        .statusCode(400)
        .body("violations[0].field", equalTo("constants.budget"))
        .body("violations[0].message", containsString("may mean 10000 or 10; write 10000 or 10"));
  }
}
