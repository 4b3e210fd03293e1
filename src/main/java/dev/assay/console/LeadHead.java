package dev.assay.console;

import dev.assay.assessment.Lead;
import dev.assay.lead.StoredLead;
import dev.assay.scoring.step.Profiles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who a lead is and where it stands.
 *
 * @param since midnight of the day on which it was first heard of
 * @param days between then and now
 */
record LeadHead(
    StoredLead stored, Lead lead, List<String> aliases, String name, Instant since, int days) {

  private static final int MOST_DAYS = 3_650;

  static LeadHead of(StoredLead stored, List<String> aliases, Instant now) {
    Lead lead = Profiles.lead(stored.profile());
    long[] first = {Math.min(stored.createdAt().toEpochMilli(), now.toEpochMilli())};
    stored.activities().forEach((type, subject, times) -> first[0] = Math.min(first[0], times[0]));
    Instant since = Instant.ofEpochMilli(first[0]).truncatedTo(ChronoUnit.DAYS);
    int days = (int) Math.min(MOST_DAYS, Duration.between(since, now).toDays());
    Instant shown = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(days));
    return new LeadHead(stored, lead, aliases, name(lead, stored.lead()), shown, days);
  }

  private static String name(Lead lead, String key) {
    String name =
        Stream.of(lead.firstName(), lead.lastName())
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? Objects.requireNonNullElse(lead.email(), key) : name;
  }

  /** The last moment of a day, counted from the first. */
  Instant endOf(int day) {
    return since.plus(Duration.ofDays(day + 1L)).minusMillis(1);
  }

  public String href() {
    return "/leads/" + LeadsQuery.encoded(stored.lead());
  }

  /** What sales can report. */
  public List<String> outcomes() {
    return List.of("accepted", "rejected", "won", "lost");
  }

  /** Title, company and country, as far as they are known. */
  public @Nullable String work() {
    String work =
        Stream.of(lead.title(), lead.company(), lead.industry(), lead.country())
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(" · "));
    return work.isEmpty() ? null : work;
  }

  /** The day of the slider's left end. */
  public String first() {
    return since.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
