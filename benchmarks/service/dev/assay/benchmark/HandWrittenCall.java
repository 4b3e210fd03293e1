package dev.assay.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.assessment.Lead;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A call of {@code POST /v1/evaluate}, read without its checks and answered by hand. */
final class HandWrittenCall {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private HandWrittenCall() {}

  /**
   * @param asOf the moment to assess at, in epoch milliseconds
   */
  static HandWrittenRules.Verdict evaluate(JsonNode call, long asOf)
      throws JsonProcessingException {
    Lead lead = JSON.treeToValue(call.path("profile"), Lead.class);
    List<HandWrittenRules.Visit> visits = new ArrayList<>();
    for (JsonNode event : call.path("events")) {
      visits.add(
          new HandWrittenRules.Visit(
              event.path("type").textValue(),
              event.path("subject").asText(""),
              OffsetDateTime.parse(event.path("occurredAt").textValue())
                  .toInstant()
                  .toEpochMilli()));
    }
    return new HandWrittenRules(lead, visits, asOf).assess();
  }
}
