package dev.assay.lead;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a lead as it stands.
 *
 * @param aliases e-mail addresses by which it is known too, and keys of leads that were merged into
 *     it
 * @param activities what it did so far
 */
record LeadView(@JsonUnwrapped StoredLead lead, List<String> aliases, List<Did> activities) {

  /** One event type on one subject. */
  record Did(String type, @Nullable String subject, int count, Instant first, Instant last) {}

  static LeadView of(StoredLead lead, List<String> aliases) {
    List<Did> activities = new ArrayList<>();
    lead.activities()
        .forEach(
            (type, subject, times) ->
                activities.add(
                    new Did(
                        type,
                        subject.isEmpty() ? null : subject,
                        times.length,
                        Instant.ofEpochMilli(times[0]),
                        Instant.ofEpochMilli(times[times.length - 1]))));
    return new LeadView(lead, aliases, activities);
  }
}
