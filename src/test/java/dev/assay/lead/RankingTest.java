package dev.assay.lead;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.assay.client.Assay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads of one made-up company each time, so that other tests' leads are filtered out. */
@QuarkusTest
class RankingTest {
  private final String company = "Company " + Assay.newLead();
  private final List<String> keys =
      IntStream.range(0, 7).mapToObj(i -> Assay.newLead() + "-" + i).toList();

  @BeforeEach
  void sevenLeads() {
    for (String key : keys) {
      Assay.put(
              key,
              "{\"company\":\"%s\",\"firstName\":\"Kim\",\"lastName\":\"Lee_%%\"}"
                  .formatted(company))
          .statusCode(201);
    }
    // Points 75, and 30 three times; the others have none.
    Assay.put(keys.get(3), "{\"title\":\"VP of Sales\",\"employees\":300}").statusCode(200);
    Assay.post(
            IntStream.of(1, 2, 3, 5)
                    .mapToObj(i -> Assay.event("e", keys.get(i), "demo_request", ""))
                    .collect(joining(",", "[", ","))
                + Assay.event("p", keys.get(3), "page_view", "/pricing")
                + "]")
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 50})
  void pagesHoldEveryLeadOnceBestFirst(int limit) {
    List<String> found = new ArrayList<>();
    List<Integer> scores = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page = page("&limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor));
      found.addAll(page.getList("leads.lead", String.class));
      scores.addAll(page.getList("leads.score", Integer.class));
      cursor = page.getString("next");
    } while (cursor != null);

    assertThat(scores).containsExactly(75, 30, 30, 30, 0, 0, 0);
    assertThat(found).containsExactlyInAnyOrderElementsOf(keys);
  }

  @ParameterizedTest
  @CsvSource({
    "stage=MQL,  1",
    "stage=none, 6",
    "stage=SQL, 0",
    "band=hot, 1",
    "band=warm, 3",
    "band=cold, 3",
    "grade=B, 1",
    "grade=D, 6",
    "stage=MQL&band=warm, 0",
  })
  void aFilterTakesItsValueOrNone(String filter, int leads) {
    assertThat(page("&" + filter).getList("leads")).hasSize(leads);
  }

  @Test
  void textIsFoundInKeyAndNameWhateverItsCase() {
    assertThat(found(keys.get(4).toUpperCase(Locale.ROOT))).containsExactly(keys.get(4));
    assertThat(found(company.substring(10))).hasSize(7);
  }

  @Test
  void lettersOfOtherLanguagesHaveCaseToo() {
    String lead = Assay.newLead();
    Assay.put(lead, "{\"lastName\":\"ÅSTRÖM %s\"}".formatted(lead)).statusCode(201);

    assertThat(found("åström " + lead)).containsExactly(lead);
    assertThat(found("ÅstRÖM " + lead)).containsExactly(lead);
  }

  @Test
  void wildcardsAreOnlyCharacters() {
    assertThat(found("kim lee_%")).containsAll(keys);
    assertThat(found("Kim_Lee")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cursor=x", "limit=0", "limit=201", "limit=x", "q=%00", "stage=%00"})
  void whatCannotBeAskedIsAProblem(String query) {
    io.restassured.RestAssured.given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + dev.assay.security.Keys.with("sales"))
        .get("/v1/leads?" + query)
        .then()
        .statusCode(
            query.equals("limit=x")
                ? org.hamcrest.Matchers.oneOf(400, 404)
                : org.hamcrest.Matchers.is(400))
        .contentType(containsString("application/problem+json"));
  }

  private List<String> found(String text) {
    return Assay.get("/v1/leads?limit=200&q={q}", text)
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("leads.lead", String.class);
  }

  private JsonPath page(String more) {
    return Assay.get("/v1/leads?q={q}" + more, company).statusCode(200).extract().jsonPath();
  }
}
