package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which leads an endpoint wants to hear of. All that is given must fit; an empty list admits all.
 *
 * @param stages of which the message tells, or in which the lead is
 * @param bands in which the lead is after the change
 * @param owners who has it after the change
 * @param regions as in the profile
 * @param lead what must be true of the profile, all of it
 */
@Schema(name = "WebhookFilter")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EndpointFilter(
    @Schema(examples = "[\"SQL\"]") List<String> stages,
    @Schema(examples = "[\"hot\"]") List<String> bands,
    @Schema(examples = "[\"kim\"]") List<String> owners,
    @Schema(examples = "[\"EMEA\"]") List<String> regions,
    List<LeadCondition> lead) {

  static final EndpointFilter ALL =
      new EndpointFilter(List.of(), List.of(), List.of(), List.of(), List.of());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_NAMES = 100;
  private static final int MOST_CONDITIONS = 20;

  public EndpointFilter {
    stages = List.copyOf(stages);
    bands = List.copyOf(bands);
    owners = List.copyOf(owners);
    regions = List.copyOf(regions);
    lead = List.copyOf(lead);
  }

  /**
   * Reads what somebody wants. Nothing that is not understood is passed over, since a filter that
   * admits too much tells too much.
   *
   * @throws IllegalArgumentException saying what cannot be and what was expected
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static EndpointFilter of(JsonNode given) {
    if (!given.isObject()) {
      throw new IllegalArgumentException("must be a JSON object such as {\"stages\":[\"SQL\"]}");
    }
    List<List<String>> names =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<LeadCondition> conditions = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> fields = given.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      switch (field.getKey()) {
        case "stages" -> names.get(0).addAll(names(field.getKey(), field.getValue()));
        case "bands" -> names.get(1).addAll(names(field.getKey(), field.getValue()));
        case "owners" -> names.get(2).addAll(names(field.getKey(), field.getValue()));
        case "regions" -> names.get(3).addAll(names(field.getKey(), field.getValue()));
        case "lead" -> conditions.addAll(conditions(field.getValue()));
        default ->
            throw new IllegalArgumentException(
                "has no '%s'; expected some of stages, bands, owners, regions, lead"
                    .formatted(Names.shown(field.getKey())));
      }
    }
    return new EndpointFilter(names.get(0), names.get(1), names.get(2), names.get(3), conditions);
  }

  private static List<String> names(String of, JsonNode given) {
    List<String> names = new ArrayList<>();
    given.forEach(name -> names.add(name.isTextual() ? name.textValue() : ""));
    if (!given.isArray() || names.size() > MOST_NAMES || !names.stream().allMatch(Names::sound)) {
      throw new IllegalArgumentException(
          "must have as %s a list of at most %d texts of 1 to %d characters"
              .formatted(of, MOST_NAMES, Names.LONGEST));
    }
    return names;
  }

  private static List<LeadCondition> conditions(JsonNode given) {
    if (!given.isArray() || given.size() > MOST_CONDITIONS) {
      throw new IllegalArgumentException(
          "must have as lead a list of at most %d conditions".formatted(MOST_CONDITIONS));
    }
    List<LeadCondition> conditions = new ArrayList<>();
    for (JsonNode one : given) {
      String place = "lead[%d] ".formatted(conditions.size());
      if (!one.path("field").isTextual() || !one.path("is").isTextual()) {
        throw new IllegalArgumentException(
            place + "must be such as {\"field\":\"employees\",\"is\":\">=\",\"value\":200}");
      }
      one.fieldNames()
          .forEachRemaining(
              name -> {
                if (!List.of("field", "is", "value").contains(name)) {
                  throw new IllegalArgumentException(
                      place
                          + "has no '%s'; expected field, is and value"
                              .formatted(Names.shown(name)));
                }
              });
      LeadCondition condition =
          new LeadCondition(
              one.get("field").textValue(), one.get("is").textValue(), one.get("value"));
      try {
        condition.condition();
      } catch (IllegalArgumentException refused) {
        throw new IllegalArgumentException(place + refused.getMessage(), refused);
      }
      conditions.add(condition);
    }
    return conditions;
  }

  static EndpointFilter parse(String json) {
    try {
      return of(JSON.readTree(json));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("The database holds valid JSON", impossible);
    }
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Plain records can be written as JSON", impossible);
    }
  }
}
