package dev.assay.scoring.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Line;

/** Awards as they are stored: points by rule, as a JSON object. */
public final class Awards {
  private Awards() {}

  /** The points of each rule. Limits stand under their group's name. */
  public static String points(Assessment assessment) {
    ObjectNode points = JsonNodeFactory.instance.objectNode();
    for (Line line : assessment.lines()) {
      String key =
          line instanceof Line.Award award ? award.rule().name() : "limit: " + line.reason();
      points.put(key, points.path(key).asInt() + line.points());
    }
    return points.toString();
  }
}
