package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessMappingTest {

  @ParameterizedTest
  @CsvSource({
    "E-Mail Address, email",
    "first_name, firstName",
    "ID, lead",
    "Organisation, company",
    "Occupation, attributes.Occupation",
    "2nd column!, attributes.nd_column_",
    "email_2, attributes.email_2",
  })
  void columnsOfLeads(String column, String field) {
    assertThat(GuessMapping.guess(List.of("Surname", column)).columns())
        .containsEntry(column, field)
        .containsEntry("Surname", "lastName");
  }

  @Test
  void aTypeAndATimeSpeakOfEvents() {
    Mapping guess = GuessMapping.guess(List.of("Lead ID", "email", "Event", "Timestamp", "plan"));

    assertThat(guess.kind()).isEqualTo(Kind.events);
    assertThat(guess.columns())
        .containsEntry("Lead ID", "lead")
        .containsEntry("Event", "type")
        .containsEntry("Timestamp", "occurredAt")
        .containsEntry("plan", "properties.plan")
        .doesNotContainKey("email");
  }

  @Test
  void noFieldIsGivenTwice() {
    assertThat(GuessMapping.guess(List.of("email", "e-mail", "mail")).columns().values())
        .containsExactlyInAnyOrder("email", "attributes.e-mail", "attributes.mail");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-20T00:00:00Z",
    "2026-11-20 09:30, 2026-11-20T09:30:00Z",
    "2026-11-20T09:30:01.5+02:00, 2026-11-20T09:30:01.5+02:00",
    "20.11.2026, 20.11.2026",
  })
  void timesWithoutAZoneAreUtc(String cell, String time) {
    assertThat(Cells.time(cell).textValue()).isEqualTo(time);
  }
}
