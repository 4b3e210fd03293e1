package dev.assay.console;

import dev.assay.client.Assay;
import java.time.Duration;

/** Leads of the kinds that sales meet, made through the HTTP interface. */
final class Funnel {
  private Funnel() {}

  /** Somebody senior who asked for a demo: in a stage, with an owner. */
  static String qualified(String company) {
    String lead = onPaper(company);
    Assay.post(Assay.event("e-1", lead, "page_view", "/pricing", Duration.ofDays(20)));
    Assay.post(Assay.event("e-2", lead, "page_view", "/pricing", Duration.ofDays(9)));
    Assay.post(Assay.event("e-3", lead, "demo_request", "", Duration.ofDays(2))).statusCode(200);
    return lead;
  }

  /** The right person, of whom nothing was seen yet. */
  static String onPaper(String company) {
    return named("Kim", "Novak", company);
  }

  static String named(String first, String last, String company) {
    String lead = Assay.newLead();
    Assay.put(
            lead,
            """
            {"firstName":"%s","lastName":"%s","company":"%s","title":"VP of Sales",\
            "employees":300,"email":"%s@example.com"}"""
                .formatted(first, last, company, lead))
        .statusCode(201);
    return lead;
  }
}
