package dev.assay.webhook;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells addresses of the public Internet from all others, after the special-purpose registries of
 * IANA (RFC 6890 and its updates). IPv6 is refused unless it is global unicast, so mapped,
 * translated (NAT64), local and future ranges need no entry.
 */
final class PublicAddress {

  private static final IPAddress GLOBAL_UNICAST = range("2000::/3");
  private static final Map<IPAddress, String> SPECIAL = special();

  private PublicAddress() {}

  /**
   * Judges one address.
   *
   * @return what the address is instead, or empty when it is public
   */
  static Optional<String> objection(IPAddress address) {
    if (address.isIPv6() && !GLOBAL_UNICAST.contains(address)) {
      return Optional.of("not a global unicast address");
    }
    return SPECIAL.entrySet().stream()
        .filter(range -> range.getKey().contains(address))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<IPAddress, String> special() {
    Map<IPAddress, String> ranges = new LinkedHashMap<>();
    ranges.put(range("0.0.0.0/8"), "unspecified");
    ranges.put(range("10.0.0.0/8"), "private");
    ranges.put(range("100.64.0.0/10"), "shared by a carrier (CGNAT)");
    ranges.put(range("127.0.0.0/8"), "loopback");
    ranges.put(range("168.63.129.16/32"), "a cloud's metadata");
    ranges.put(range("169.254.0.0/16"), "link-local or a cloud's metadata");
    ranges.put(range("172.16.0.0/12"), "private");
    ranges.put(range("192.0.0.0/24"), "reserved for protocols");
    ranges.put(range("192.0.2.0/24"), "for documentation");
    ranges.put(range("192.31.196.0/24"), "reserved for AS112");
    ranges.put(range("192.52.193.0/24"), "reserved for AMT");
    ranges.put(range("192.88.99.0/24"), "a 6to4 relay");
    ranges.put(range("192.168.0.0/16"), "private");
    ranges.put(range("192.175.48.0/24"), "reserved for AS112");
    ranges.put(range("198.18.0.0/15"), "for benchmarks");
    ranges.put(range("198.51.100.0/24"), "for documentation");
    ranges.put(range("203.0.113.0/24"), "for documentation");
    ranges.put(range("224.0.0.0/4"), "multicast");
    ranges.put(range("240.0.0.0/4"), "reserved");
    ranges.put(range("2001::/23"), "reserved for protocols");
    ranges.put(range("2001:db8::/32"), "for documentation");
    ranges.put(range("2002::/16"), "6to4");
    ranges.put(range("2620:4f:8000::/48"), "reserved for AS112");
    ranges.put(range("3fff::/20"), "for documentation");
    return ranges;
  }

  private static IPAddress range(String cidr) {
    return new IPAddressString(cidr).getAddress().toPrefixBlock();
  }
}
