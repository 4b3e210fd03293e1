package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportsTest {
  @Inject Tables tables;

  private final String lead = Assay.newLead();

  @Test
  void leadsAreImportedAsIfEachHadBeenPut() {
    int id =
        Importing.draft(
            """
            Prospect ID;Job title;Number of employees;Country;Plan\s
            %1$s-a;VP of Sales;"1300";Germany;00123
            %1$s-b;;many;DE;7.5
            %1$s-c;CEO;5;de;true
            """
                .formatted(lead));
    JsonPath guess = Importing.show(id);
    assertThat(guess.getString("delimiter")).isEqualTo(";");
    assertThat(guess.getString("mapping.kind")).isEqualTo("leads");
    assertThat(guess.<String, String>getMap("mapping.columns"))
        .containsEntry("Prospect ID", "lead")
        .containsEntry("Job title", "title")
        .containsEntry("Number of employees", "employees")
        .containsEntry("Country", "country")
        .containsEntry("Plan", "attributes.Plan");

    JsonPath done = Importing.run(id, "{}");

    assertThat(done.getInt("accepted")).isEqualTo(2);
    assertThat(done.getInt("rejected")).isEqualTo(1);
    assertThat(done.getInt("position")).isEqualTo(3);
    JsonPath first = Assay.lead(lead + "-a");
    assertThat(first.getString("profile.country")).isEqualTo("DE");
    assertThat(first.getInt("profile.employees")).isEqualTo(1300);
    assertThat(first.getString("profile.attributes.Plan")).isEqualTo("00123");
    assertThat(first.getInt("score")).isPositive();
    assertThat(Importing.errors(id))
        .contains("line,problem,Prospect ID,Job title,Number of employees,Country,Plan")
        .contains("3,\"employees must be a whole number")
        .contains(lead + "-b,,many,DE,7.5");
  }

  @Test
  void eventsAreImportedOnceHoweverOften() {
    String file =
        """
        user id,event,date,page,seconds
        %1$s,page_view,2026-11-01 09:30,/pricing,95
        %1$s,page_view,2026-11-01 09:30,/pricing,95
        %1$s,demo_request,2026-11-02T10:00:00+01:00,,
        %1$s,page_view,yesterday,/docs,
        """
            .formatted(lead);

    JsonPath first = Importing.run(Importing.draft(file), "{}");
    JsonPath again = Importing.run(Importing.draft(file), "{}");

    assertThat(first.getInt("accepted")).isEqualTo(3);
    assertThat(first.getInt("rejected")).isEqualTo(1);
    assertThat(again.getInt("accepted")).isZero();
    assertThat(again.getInt("duplicates")).isEqualTo(3);
    assertThat(Assay.lead(lead).getInt("score")).isPositive();
  }

  @Test
  void constantsAndColumnsMakeUpAnEvent() throws Exception {
    int id = Importing.draft("who,what\n%s,/a\n".formatted(lead));

    JsonPath done =
        Importing.run(
            id,
            """
            {"kind":"events","columns":{"who":"lead","what":"properties.path"},
             "constants":{"type":"page_view","source":"crm"}}""");

    assertThat(done.getInt("accepted")).isEqualTo(1);
    assertThat(tables.rows("SELECT source, type, subject FROM event WHERE lead = ?", lead))
        .containsExactly("crm page_view /a");
  }

  @Test
  void thePreviewShowsWhatWouldBecomeOfLines() {
    int id = Importing.draft("email,employees\nKim@Example.com,300\nnobody,x,\nl,1,2\n");

    Importing.post(id, "preview", "{}")
        .statusCode(200)
        .body("lines[0].lead", equalTo("Kim@Example.com"))
        .body("lines[0].becomes.employees", equalTo(300))
        .body("lines[1].problem", containsString("must be an e-mail address"))
        .body("lines[2].problem", containsString("has 3 cells, the first line of the file only 2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"columns\":{\"nix\":\"lead\"}}",
        "{\"columns\":{\"a\":\"shoe_size\"}}",
        "{\"columns\":{\"a\":\"title\"}}",
        "{\"columns\":{\"a\":\"lead\",\"b\":\"lead\"}}",
        "{\"kind\":\"events\",\"columns\":{\"a\":\"lead\"}}",
        "{\"kind\":\"cats\"}",
      })
  void aMappingThatMakesNoSenseIsRefused(String mapping) {
    Importing.post(Importing.draft("a,b\n1,2\n"), "start", mapping).statusCode(400);
  }

  @Test
  void whatIsNoCsvIsRefusedAndNotStored() throws Exception {
    int before = tables.count("SELECT count(*) FROM csv_import");

    Importing.upload(new byte[] {'a', '\n', (byte) 0xFC, '\n'})
        .statusCode(400)
        .body("detail", containsString("not UTF-8"));

    assertThat(tables.count("SELECT count(*) FROM csv_import")).isEqualTo(before);
  }

  @Test
  void filesMayBeLongerThanOtherBodies() {
    String line = "l-1," + "x".repeat(999) + "\n";

    int id = Importing.draft("lead,title\n" + line.repeat(12_000));

    assertThat(Importing.show(id).getInt("lines")).isEqualTo(12_000);
    Importing.caller().delete("/v1/imports/{id}", id).then().statusCode(204);
    Importing.caller().get("/v1/imports/{id}", id).then().statusCode(404);
  }

  @Test
  void anImportGoesOnFromTheLastLineDone() throws Exception {
    int id = Importing.draft("lead,title\n%1$s-1,a\n%1$s-2,b\n%1$s-3,c\n".formatted(lead));
    // As a process leaves it that died with two lines done and a lease that has run out.
    tables.execute(
        """
        UPDATE csv_import SET state = 'running', started_at = now(), position = 2, accepted = 2,
            held_by = 'gone', held_until = now() - interval '1 second'
        WHERE id = ?
        """,
        id);

    org.awaitility.Awaitility.await()
        .until(() -> Importing.show(id).getString("state").equals("done"));

    assertThat(Importing.show(id).getInt("accepted")).isEqualTo(3);
    assertThat(tables.rows("SELECT lead FROM lead WHERE lead LIKE ?", lead + "%"))
        .containsExactly(lead + "-3");
    assertThat(tables.count("SELECT count(*) FROM csv_import_part WHERE csv_import = ?", id))
        .isZero();
  }

  @Test
  void whatAnotherProcessHoldsIsLeftToItAndCanBeCancelledAndStartedAgain() throws Exception {
    int id = Importing.draft("lead,title\n%1$s-1,a\n".formatted(lead));
    tables.execute(
        """
        UPDATE csv_import SET state = 'running', started_at = now(), held_by = 'other',
            held_until = now() + interval '1 hour'
        WHERE id = ?
        """,
        id);
    Importing.post(id, "start", "{}").statusCode(409);

    Importing.post(id, "cancel", "").statusCode(200).body("state", equalTo("cancelled"));
    Importing.post(id, "start", "{\"columns\":{\"lead\":\"lead\"}}")
        .statusCode(409)
        .body("detail", containsString("another mapping"));
    JsonPath done = Importing.run(id, "{}");

    assertThat(done.getInt("accepted")).isEqualTo(1);
    Importing.post(id, "preview", "{}").statusCode(409);
  }

  @Test
  void erasingALeadErasesItsLinesThatWereRejected() {
    Assay.put(lead, "{\"email\":\"%s@example.com\"}".formatted(lead)).statusCode(201);
    int id =
        Importing.draft(
            "lead,email,employees\n%1$s,,x\n,%1$s@Example.com,y\nother-%1$s,,z\n".formatted(lead));
    Importing.run(id, "{}");
    assertThat(Importing.errors(id).lines()).hasSize(4);

    Assay.erase(lead).statusCode(204);

    assertThat(Importing.errors(id).lines()).hasSize(2).last().asString().contains("other-" + lead);
  }

  @Test
  void errorsCannotBecomeFormulasAndCanBeImportedAgain() {
    int id = Importing.draft("lead,phone,employees\n%s,+49 30 12,=2+2\n".formatted(lead));
    Importing.run(id, "{}");
    String errors = Importing.errors(id);
    assertThat(errors).contains(",'+49 30 12,'=2+2");

    JsonPath again =
        Importing.run(
            Importing.draft(errors.replace("'=2+2", "4")),
            "{\"columns\":{\"lead\":\"lead\",\"phone\":\"phone\",\"employees\":\"employees\"}}");

    assertThat(again.getInt("accepted")).isEqualTo(1);
    assertThat(Assay.lead(lead).getString("profile.phone")).isEqualTo("+49 30 12");
  }

  @Test
  void onlyThoseWhoMayPostEventsMayImport() {
    for (String role : List.of("sales", "analyst")) {
      Keys.as(Keys.with(role)).get("/v1/imports").then().statusCode(403);
      Keys.as(Keys.with(role))
          .contentType("text/csv")
          .body("a\n")
          .post("/v1/imports")
          .then()
          .statusCode(403);
    }
    Importing.caller().get("/v1/imports").then().statusCode(200);
  }

  @Test
  void outcomesNeedAKeyThatMayReportThem() {
    String file = "id,lead,type,subject\no-%1$s,%1$s,outcome,won\np-%1$s,%1$s,page_view,/\n";
    JsonPath done = Importing.run(Importing.draft(file.formatted(lead)), "{}");

    assertThat(done.getInt("accepted")).isEqualTo(1);
    assertThat(done.getInt("rejected")).isEqualTo(1);
    assertThat(Importing.errors(done.getInt("id"))).contains("the role sales");
  }
}
