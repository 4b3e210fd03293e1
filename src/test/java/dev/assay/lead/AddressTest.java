package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** E-mail addresses as other names of leads. */
@QuarkusTest
class AddressTest {
  @Inject Tables tables;

  private final String lead = Assay.newLead();
  private final String email = lead + "@example.org";

  @Test
  void anEventByAddressGoesToTheLeadThatHasIt() {
    Assay.put(lead, "{\"email\":\"%s\"}".formatted(email.toUpperCase(java.util.Locale.ROOT)))
        .statusCode(201);

    Assay.post("{\"id\":\"e-1\",\"email\":\"%s\",\"type\":\"demo_request\"}".formatted(email))
        .statusCode(200)
        .body("lead", equalTo(lead))
        .body("score", equalTo(30));
  }

  @Test
  void anEventByAnUnknownAddressMakesALeadOfThatAddress() {
    Assay.post("{\"id\":\"e-1\",\"email\":\"%s\",\"type\":\"demo_request\"}".formatted(email))
        .statusCode(200)
        .body("lead", equalTo(email));

    Assay.get("/v1/leads/{lead}", email)
        .statusCode(200)
        .body("profile.email", equalTo(email))
        .body("aliases", contains(email));
  }

  @Test
  void thatLeadKeepsItsAddress() throws Exception {
    Assay.post("{\"id\":\"e-1\",\"email\":\"%s\",\"type\":\"demo_request\"}".formatted(email))
        .statusCode(200);

    Assay.put(lead, "{\"email\":\"%s\",\"title\":\"CEO\"}".formatted(email))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("https://assay.dev/problems/conflict"))
        .body("detail", containsString("E-mail address %s belongs to lead".formatted(email)));

    assertNothingIsKnownOf(lead);
  }

  @Test
  void aNewLeadByAddressThatClaimsAnothersIsNotHalfDone() throws Exception {
    Assay.put(lead, "{\"email\":\"%s\"}".formatted(email)).statusCode(201);

    Assay.put("new-" + email, "{\"email\":\"%s\"}".formatted(email)).statusCode(409);

    assertNothingIsKnownOf("new-" + email);
  }

  @Test
  void aProfileCanBePutAndReadByAddress() {
    Assay.put(lead, "{\"email\":\"%s\"}".formatted(email)).statusCode(201);

    Assay.put(email, "{\"title\":\"CEO\"}").statusCode(200).body("lead", equalTo(lead));

    Assay.get("/v1/leads/{lead}", email.toUpperCase(java.util.Locale.ROOT))
        .statusCode(200)
        .body("lead", equalTo(lead))
        .body("profile.title", equalTo("CEO"));
  }

  @Test
  void whoIsMadeByOneAddressMaySayAnother() {
    Assay.put(email, "{\"email\":\"work-%s\"}".formatted(email)).statusCode(201);

    Assay.get("/v1/leads/{lead}", email)
        .statusCode(200)
        .body("lead", equalTo(email))
        .body("profile.email", equalTo("work-" + email))
        .body("aliases", contains(email, "work-" + email));
  }

  @Test
  void aClearedAddressStillNamesTheLead() {
    Assay.put(lead, "{\"email\":\"%s\"}".formatted(email)).statusCode(201);

    Assay.put(lead, "{\"email\":null}").statusCode(200);

    assertThat(Assay.lead(email).getString("lead")).isEqualTo(lead);
  }

  private void assertNothingIsKnownOf(String name) throws Exception {
    for (String table : new String[] {"lead", "lead_alias", "profile_change", "event"}) {
      assertThat(tables.count("SELECT count(*) FROM " + table + " WHERE lead = ?", name))
          .describedAs(table)
          .isZero();
    }
  }
}
