package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What an endpoint is, and so in which shape messages reach it. */
public enum EndpointKind {
  /** The message itself, signed. */
  WEBHOOK("webhook"),

  /** A channel of Slack. */
  SLACK("slack"),

  /** A channel or chat of Teams. */
  TEAMS("teams"),

  /** Mail to the lead's owner or to a list. */
  EMAIL("email"),

  /** Any HTTP interface that takes JSON, by a template. */
  TEMPLATE("template");

  private final String wireName;

  EndpointKind(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** Whether whoever knows the URL can post. */
  boolean hasSecretUrl() {
    return this == SLACK || this == TEAMS;
  }

  /**
   * @throws IllegalArgumentException saying what was expected
   */
  @JsonCreator
  static EndpointKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be webhook, slack, teams, email or template, as text"));
  }
}
