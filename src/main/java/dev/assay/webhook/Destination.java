package dev.assay.webhook;

import java.net.InetAddress;
import java.util.List;

/**
 * Where a message may be sent: the connection goes to one of these addresses and nowhere else, so a
 * name that changes its answer gains nothing.
 *
 * @param addresses all checked, never empty
 */
record Destination(WebhookUrl url, List<InetAddress> addresses) {

  Destination {
    addresses = List.copyOf(addresses);
  }

  /** Another address for every try, so that one that is down costs a try and not the message. */
  InetAddress address(int attempt) {
    return addresses.get(Math.floorMod(attempt - 1, addresses.size()));
  }
}
