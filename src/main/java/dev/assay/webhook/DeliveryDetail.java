package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery with what was sent and every try, oldest first. */
@Schema(name = "DeliveryDetail")
public record DeliveryDetail(
    @JsonUnwrapped DeliveryView delivery,
    @JsonRawValue @Schema(implementation = Object.class, description = "The body sent")
        String payload,
    List<AttemptView> attempts) {

  public DeliveryDetail {
    attempts = List.copyOf(attempts);
  }
}
