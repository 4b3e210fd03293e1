package dev.assay.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.pipeline.StageChanged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code lead.stage.changed}. Absent values are written as null. */
record StageChangedMessage(String type, String timestamp, Data data) {

  /** Its own, so that the service's JSON settings cannot change what receivers rely on. */
  private static final ObjectMapper JSON = new ObjectMapper();

  record Data(
      String lead,
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String company,
      long sequence,
      @Nullable String from,
      @Nullable String to,
      int score,
      int fit,
      int engagement,
      @Nullable String grade,
      @Nullable String band,
      @Nullable String owner,
      int ruleset,
      List<StageChanged.Reason> reasons,
      StageChanged.@Nullable Cause cause) {}

  static StageChangedMessage of(StageChanged change) {
    StageChanged.Contact contact = change.contact();
    return new StageChangedMessage(
        MessageType.LEAD_STAGE_CHANGED.wireName(),
        change.at().toString(),
        new Data(
            change.lead(),
            contact.email(),
            contact.firstName(),
            contact.lastName(),
            contact.company(),
            change.sequence(),
            change.from(),
            change.to(),
            change.score(),
            change.fit(),
            change.engagement(),
            change.grade(),
            change.band(),
            change.owner(),
            change.ruleset(),
            change.reasons(),
            change.cause()));
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Plain records can be written as JSON", impossible);
    }
  }
}
