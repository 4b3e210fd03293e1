package dev.assay.console;

import dev.assay.client.Assay;
import java.time.Duration;
import java.util.List;

/** Leads of the kinds that sales meet, made through the HTTP interface. */
final class Funnel {
  private record Person(String first, String last, String title, int employees, int interest) {}

  private static final List<Person> CROWD =
      List.of(
          new Person("Amara", "Okafor", "VP of Sales", 1200, 6),
          new Person("Jonas", "Lindqvist", "Head of Marketing", 340, 4),
          new Person("Mei", "Tanaka", "Sales Operations Manager", 95, 5),
          new Person("Rafael", "Duarte", "Chief Revenue Officer", 640, 2),
          new Person("Ines", "Moreau", "Marketing Director", 210, 1),
          new Person("Tomasz", "Zielinski", "Account Executive", 55, 3),
          new Person("Hannah", "Becker", "CEO", 18, 0),
          new Person("Luca", "Ferrari", "Student", 5, 1));

  private static final List<String> INTERESTS =
      List.of(
          "page_view", "email_click", "webinar_attended", "demo_request", "meeting", "download");

  private Funnel() {}

  /** Eight people of one company, from eager to unknown. */
  static void crowd(String company) {
    for (Person person : CROWD) {
      String lead = Assay.newLead();
      put(lead, person.first(), person.last(), company, person.title(), person.employees());
      for (int i = 0; i < person.interest(); i++) {
        Duration ago = Duration.ofHours(70L * (6 - i) + person.employees() % 40);
        String subject = i == 0 ? "/pricing" : "";
        Assay.post(Assay.event("e-" + i, lead, INTERESTS.get(i), subject, ago));
      }
    }
  }

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
    put(lead, first, last, company, "VP of Sales", 300);
    return lead;
  }

  private static void put(
      String lead, String first, String last, String company, String title, int employees) {
    Assay.put(
            lead,
            """
            {"firstName":"%s","lastName":"%s","company":"%s","title":"%s",\
            "employees":%d,"email":"%s@example.com"}\
            """
                .formatted(first, last, company, title, employees, lead.substring(0, 10)))
        .statusCode(201);
  }
}
