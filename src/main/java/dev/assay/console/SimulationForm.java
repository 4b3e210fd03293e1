package dev.assay.console;

import dev.assay.problem.Problems;
import dev.assay.simulation.Scope;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody wants to have simulated. */
public class SimulationForm {

  /** Now, past or period. */
  @FormParam("when")
  @DefaultValue("now")
  String when = "now";

  /** How many days back the past, or the beginning of the period, lies. */
  @FormParam("days")
  @DefaultValue("30")
  @Min(1)
  @Max(365)
  int days = 30;

  /** How many leads, null for all. */
  @FormParam("sample")
  @Nullable String sample;

  Scope scope(Instant now) {
    Instant back = now.minus(Duration.ofDays(days));
    Integer some = leads();
    return switch (when) {
      case "now" -> new Scope(some, null, null, null);
      case "past" -> new Scope(some, back, null, null);
      case "period" -> new Scope(some, null, back, null);
      default -> throw Problems.badRequest("when must be now, past or period.");
    };
  }

  private @Nullable Integer leads() {
    String typed = sample == null ? "" : sample.strip();
    if (typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("[1-9][0-9]{0,8}")) {
      throw Problems.badRequest(
          "The number of leads must be a whole number; leave it empty for all.");
    }
    return Integer.valueOf(typed);
  }
}
