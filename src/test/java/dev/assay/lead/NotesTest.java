package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NotesTest {
  @Inject Tables tables;

  private final String lead = Assay.newLead();
  private final String email = lead + "@example.org";

  @BeforeEach
  void aLead() {
    Assay.put(lead, "{\"email\":\"%s\",\"title\":\"VP of Sales\"}".formatted(email))
        .statusCode(201);
  }

  @Test
  void itStandsInTheTimelineWithTheNameOfTheKey() {
    String key = Keys.make("Kim's key", "sales");

    write(key, email, " <b>Call</b>\r\nat noon 🙂\t! ")
        .statusCode(201)
        .body("author", equalTo("Kim's key"))
        .body("text", equalTo("<b>Call</b>\nat noon 🙂\t!"));

    Assay.get("/v1/leads/{lead}/timeline", lead)
        .body("entries[0].kind", equalTo("note"))
        .body("entries[0].what.author", equalTo("Kim's key"))
        .body("entries[0].what.text", equalTo("<b>Call</b>\nat noon 🙂\t!"));
  }

  @Test
  void itChangesNothingElse() throws Exception {
    String row = "SELECT to_jsonb(lead.*) FROM lead WHERE lead = ?";
    String messages = "SELECT count(*) FROM message WHERE lead = ?";
    var before = tables.rows(row, lead);
    int sent = tables.count(messages, lead);

    write("won, demo_request").statusCode(201);

    assertThat(tables.rows(row, lead)).isEqualTo(before);
    assertThat(tables.count(messages, lead)).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({"x, 4000, 201", "x, 4001, 400", "🙂, 4000, 201", "🙂, 4001, 400"})
  void itHasAtMostFourThousandCharacters(String character, int times, int status) {
    write(character.repeat(times)).statusCode(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", "a\0b", "a\u001bb", "a\rb"})
  void whatCannotBeANoteIsRefused(String text) {
    write(text).statusCode(400).body("detail", containsString("text must"));

    Assay.get("/v1/leads/{lead}/timeline", lead)
        .body("entries.findAll { it.kind == 'note' }", empty());
  }

  @Test
  void aLeadThatIsNotKnownHasNone() throws Exception {
    String unknown = Assay.newLead();

    write(Keys.with("sales"), unknown, "Hello").statusCode(404);

    assertThat(tables.count("SELECT count(*) FROM lead_note WHERE lead = ?", unknown)).isZero();
  }

  @Test
  void afterAMergeTheLeadHasTheNotesOfBoth() {
    String other = Assay.newLead();
    Assay.put(other, "{}").statusCode(201);
    write(Keys.with("sales"), other, "of the other").statusCode(201);
    write("of the lead").statusCode(201);

    Assay.merge(lead, other).statusCode(200);
    write(Keys.with("sales"), other, "under the old name").statusCode(201);

    Assay.get("/v1/leads/{lead}/timeline", lead)
        .body(
            "entries.findAll { it.kind == 'note' }.what.text",
            contains("under the old name", "of the lead", "of the other"));
  }

  @ParameterizedTest
  @CsvSource({"ingest, 403", "sales, 201", "analyst, 403", "admin, 201"})
  void salesWriteThem(String role, int status) {
    write(Keys.with(role), lead, "Hello").statusCode(status);
  }

  private ValidatableResponse write(String text) {
    return write(Keys.with("sales"), lead, text);
  }

  private static ValidatableResponse write(String key, String lead, String text) {
    return Keys.as(key)
        .contentType(ContentType.JSON)
        .body(Map.of("text", text))
        .post("/v1/leads/{lead}/notes", lead)
        .then();
  }
}
