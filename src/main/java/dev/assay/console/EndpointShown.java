package dev.assay.console;

import dev.assay.webhook.Endpoint;
import dev.assay.webhook.EndpointFilter;
import dev.assay.webhook.LeadCondition;
import dev.assay.webhook.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An endpoint in words. */
public record EndpointShown(Endpoint endpoint, Traffic traffic, Instant now) {

  /** What people call it. */
  public String name() {
    return name(endpoint);
  }

  static String name(Endpoint endpoint) {
    String description = endpoint.description();
    if (description != null && !description.isBlank()) {
      return description;
    }
    return endpoint.url().isEmpty() ? endpoint.kind().wireName() : endpoint.url();
  }

  /** How it fares, in a word that is a class of the style sheet, too. */
  public String state() {
    Instant paused = endpoint.health().pausedUntil();
    if (!endpoint.enabled()) {
      return "disabled";
    }
    if (paused != null) {
      return paused.isAfter(now) ? "paused" : "probing";
    }
    if (endpoint.health().failures() > 0) {
      return "failing";
    }
    return traffic.lastSuccess() == null ? "idle" : "good";
  }

  /** What the word means. */
  public String circuit() {
    String because = endpoint.disabledBecause();
    Instant paused = endpoint.health().pausedUntil();
    return switch (state()) {
      case "disabled" -> because == null ? "Nothing is sent to it." : because;
      case "paused" ->
          "The circuit is open: nothing is sent before %s."
              .formatted(paused == null ? "" : Times.minute(paused));
      case "probing" -> "The circuit is half open: one delivery at a time, until one succeeds.";
      case "failing" -> "Tries fail; each is tried again by and by.";
      case "idle" -> "None of its latest deliveries was taken yet.";
      default -> "It takes what is sent.";
    };
  }

  /** Which messages it wants. */
  public String types() {
    return endpoint.eventTypes().isEmpty()
        ? "all messages"
        : String.join(", ", endpoint.eventTypes());
  }

  /** Which leads it wants to hear of, a line for each condition. */
  public List<String> leads() {
    EndpointFilter filter = endpoint.filter();
    List<String> lines = new ArrayList<>();
    add(lines, "stage", filter.stages());
    add(lines, "band", filter.bands());
    add(lines, "owner", filter.owners());
    add(lines, "region", filter.regions());
    for (LeadCondition condition : filter.lead()) {
      lines.add(
          condition.field()
              + " "
              + condition.is()
              + (condition.value() == null ? "" : " " + condition.value()));
    }
    return lines;
  }

  /** Whether its messages are signed. */
  public boolean signed() {
    return endpoint.kind().wireName().equals("webhook");
  }

  public String waiting() {
    return counted(traffic.waiting());
  }

  public String failed() {
    return counted(traffic.failed());
  }

  /** What its kind needs to know; empty where that is nothing but the address. */
  public String config() {
    return endpoint.config().isEmpty() ? "" : endpoint.config().toPrettyString();
  }

  /** The mail addresses of a mail endpoint, as they stand in a field. */
  public String mailTo() {
    List<String> to = new ArrayList<>();
    endpoint.config().path("to").forEach(address -> to.add(address.asText()));
    return String.join(", ", to);
  }

  /** Whether a mail endpoint writes to the owner of a lead. */
  public boolean mailOwner() {
    return endpoint.config().path("owner").asBoolean();
  }

  private static void add(List<String> lines, String what, List<String> names) {
    if (!names.isEmpty()) {
      lines.add(what + " " + String.join(" or ", names));
    }
  }

  private static String counted(int number) {
    return number < Traffic.MOST ? String.valueOf(number) : number + " or more";
  }
}
