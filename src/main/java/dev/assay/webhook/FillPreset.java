package dev.assay.webhook;

import dev.assay.target.Preset;
import dev.assay.target.Presets;
import dev.assay.target.RefusedTarget;
import java.util.List;
import java.util.Objects;

/**
 * Writes out what a request means that names a preset; afterwards the endpoint is like any other.
 */
final class FillPreset {

  private FillPreset() {}

  /**
   * The request itself when it names none.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem naming what cannot be
   */
  static EndpointRequest of(EndpointRequest request) {
    if (request.preset() == null) {
      if (request.site() != null) {
        throw Problems.invalid("site is there, but no preset that it belongs to; leave it out");
      }
      return request;
    }
    if (request.kind() != null || request.config() != null) {
      throw Problems.invalid(
          "preset is there together with kind or config, which it fills in; leave these out");
    }
    try {
      Preset preset = Presets.named(request.preset());
      EndpointFilter stages =
          new EndpointFilter(preset.stages(), List.of(), List.of(), List.of(), List.of());
      return request.filledIn(
          EndpointKind.TEMPLATE,
          preset.at(request.site()),
          preset.authAt(request.site(), request.auth()),
          Objects.requireNonNullElse(request.eventTypes(), preset.eventTypes()),
          Objects.requireNonNullElse(request.filter(), stages));
    } catch (RefusedTarget refused) {
      throw Problems.invalid(refused.reason());
    }
  }
}
