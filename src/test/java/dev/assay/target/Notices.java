package dev.assay.target;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notices as they are stored. */
final class Notices {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Notices() {}

  /** A lead that became an SQL; the values given replace those of the example. */
  static Notice stageChanged(Map<String, ? extends @Nullable Object> values) {
    return of("lead.stage.changed", values);
  }

  static Notice of(String type, Map<String, ? extends @Nullable Object> values) {
    try {
      ObjectNode content =
          (ObjectNode)
              JSON.readTree(
                  """
                  {"type":"","timestamp":"2026-11-20T09:30:00Z","data":{
                    "lead":"l-42","email":"ada@example.com","firstName":"Ada","lastName":"Lovelace",
                    "company":"Example Ltd","sequence":3,"from":"MQL","to":"SQL","stage":"SQL",
                    "score":112,"fit":60,"engagement":52,"grade":"A","band":"hot",
                    "owner":"kim@example.com","ruleset":7,
                    "reasons":[
                      {"points":30,"reason":"Asked for a demo","rule":"Engagement!11"},
                      {"points":-5,"reason":"Works at an agency","rule":"Negative!9"}],
                    "cause":{"source":"website","id":"e-1","type":"page_view","subject":"/pricing"}}}
                  """);
      content.put("type", type);
      ObjectNode data = (ObjectNode) content.get("data");
      values.forEach((name, value) -> data.set(name, JSON.valueToTree(value)));
      return Notice.parse("msg_1", JSON.writeValueAsString(content));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
