package dev.assay.webhook;

import inet.ipaddr.HostName;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps messages out of networks that are nobody's to attack (server-side request forgery). Asked
 * when an endpoint is created or changed and again at every send.
 */
final class AddressGuard {

  private final Resolver resolver;
  private final boolean allowHttp;
  private final Set<Integer> ports;
  private final Set<String> allowedHosts;

  AddressGuard(WebhookConfig config, Resolver resolver) {
    this(
        resolver,
        config.allowHttp(),
        config.allowedPorts().orElse(Set.of()),
        config.allowedHosts().orElse(Set.of()));
  }

  AddressGuard(
      Resolver resolver, boolean allowHttp, Set<Integer> morePorts, Set<String> allowedHosts) {
    this.resolver = resolver;
    this.allowHttp = allowHttp;
    this.ports = new HashSet<>(morePorts);
    this.ports.add(443);
    if (allowHttp) {
      this.ports.add(80);
    }
    this.allowedHosts =
        allowedHosts.stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** May block while the name is resolved. */
  Destination check(String text) throws RefusedUrl {
    WebhookUrl url = WebhookUrl.parse(text);
    if (isAllowed(url)) {
      return new Destination(url, addresses(url.host()));
    }
    if (!url.secure() && !allowHttp) {
      throw new RefusedUrl(
          "it is not encrypted; use https, or set assay.webhook.allow-http or assay.webhook.allowed-hosts");
    }
    if (!ports.contains(url.port())) {
      throw new RefusedUrl(
          "its port %d is not among %s; use one of them, or set assay.webhook.allowed-ports"
              .formatted(url.port(), ports.stream().sorted().toList()));
    }
    refuseSpecialLiteral(url.host());
    List<InetAddress> addresses = addresses(url.host());
    for (InetAddress address : addresses) {
      refuseSpecial(new IPAddressGenerator().from(address), url.host());
    }
    return new Destination(url, addresses);
  }

  private boolean isAllowed(WebhookUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return allowedHosts.contains(host) || allowedHosts.contains(host + ":" + url.port());
  }

  private List<InetAddress> addresses(String host) throws RefusedUrl {
    try {
      return List.of(resolver.resolve(host));
    } catch (UnknownHostException e) {
      throw new RefusedUrl("its host %s has no address at present; check the name".formatted(host));
    }
  }

  /** The JDK turns an IPv4-mapped literal into the IPv4 address, so the text itself is judged. */
  private static void refuseSpecialLiteral(String host) throws RefusedUrl {
    IPAddress literal = new HostName(host).asAddress();
    if (literal != null) {
      refuseSpecial(literal, host);
    }
  }

  private static void refuseSpecial(IPAddress address, String host) throws RefusedUrl {
    Optional<String> objection = PublicAddress.objection(address);
    if (objection.isPresent()) {
      throw new RefusedUrl(
          "its host %s leads to %s, which is %s; use a public address, or set assay.webhook.allowed-hosts"
              .formatted(host, address.toCanonicalString(), objection.get()));
    }
  }
}
