package dev.assay.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file that becomes leads or events.
 *
 * @param name of the file, as it was uploaded
 * @param header the names of its columns
 * @param mapping what they mean: guessed while it is a draft, then as it was started with
 * @param lines below the header
 * @param position lines that are done
 * @param workedMillis how long lines were taken
 * @param finishedAt when it was done or cancelled last
 */
@Schema(description = "A CSV file that becomes leads or events")
public record Import(
    int id,
    String name,
    State state,
    long bytes,
    @JsonIgnore String digest,
    String delimiter,
    List<String> header,
    Mapping mapping,
    long lines,
    long position,
    long accepted,
    long duplicates,
    long rejected,
    @JsonIgnore long workedMillis,
    String createdBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /** How far it is. */
  public enum State {
    /** Uploaded, not started. */
    draft,
    /** Some process works on it, or will in a moment. */
    running,
    /** Stopped; may be started again where it was. */
    cancelled,
    /** Every line is done. */
    done
  }

  /** Lines a second, null before the first ones are done. */
  public @Nullable Long getLinesPerSecond() {
    return workedMillis == 0 ? null : position * 1000 / workedMillis;
  }

  /** Seconds until it will be done if it goes on like that, null unless it runs. */
  public @Nullable Long getSecondsLeft() {
    return state != State.running || position == 0
        ? null
        : (lines - position) * workedMillis / position / 1000;
  }
}
