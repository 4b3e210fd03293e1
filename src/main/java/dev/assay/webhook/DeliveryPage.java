package dev.assay.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some deliveries, newest first.
 *
 * @param next the cursor of the next page, null on the last
 */
@Schema(name = "DeliveryPage")
public record DeliveryPage(List<DeliveryView> deliveries, @Nullable String next) {

  public DeliveryPage {
    deliveries = List.copyOf(deliveries);
  }
}
