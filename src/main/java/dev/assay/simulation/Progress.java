package dev.assay.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far a simulation is.
 *
 * @param done leads
 * @param total leads that were counted at its beginning
 * @param seconds since then
 * @param perSecond leads
 * @param secondsLeft an estimate; null when it has ended or cannot be told yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
    long done, long total, double seconds, long perSecond, @Nullable Long secondsLeft) {

  static Progress of(long done, long total, double seconds, boolean underWay) {
    double rate = seconds > 0 ? done / seconds : 0;
    Long left =
        underWay && rate > 0 ? Math.round(Math.ceil(Math.max(0, total - done) / rate)) : null;
    return new Progress(done, total, Math.round(seconds * 1e3) / 1e3, Math.round(rate), left);
  }
}
