package dev.assay.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Every type of message there is. */
enum MessageType {
  LEAD_STAGE_CHANGED("lead.stage.changed", true),

  /** Sent on request only, to whatever endpoint is tried. */
  ENDPOINT_TEST("endpoint.test", false);

  private final String wireName;
  private final boolean subscribable;

  MessageType(String wireName, boolean subscribable) {
    this.wireName = wireName;
    this.subscribable = subscribable;
  }

  String wireName() {
    return wireName;
  }

  /** The names an endpoint may choose from. */
  static List<String> subscribable() {
    return Arrays.stream(values())
        .filter(type -> type.subscribable)
        .map(MessageType::wireName)
        .collect(Collectors.toUnmodifiableList());
  }
}
