package dev.assay.webhook;

import inet.ipaddr.HostName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A URL whose every part means the same to every parser.
 *
 * @param host in lower case; an IPv6 literal without brackets
 * @param port explicit or the scheme's own
 * @param requestUri path and query as sent
 */
record WebhookUrl(String scheme, String host, int port, String requestUri) {

  private static final int MAX_LENGTH = 2048;
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~&&[^\\\\]]+");
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);

  /**
   * @throws RefusedUrl saying what is wrong and what to write instead
   */
  static WebhookUrl parse(String text) throws RefusedUrl {
    if (text.length() > MAX_LENGTH) {
      throw new RefusedUrl(
          "it has %d characters; at most %d are taken".formatted(text.length(), MAX_LENGTH));
    }
    if (!VISIBLE_ASCII.matcher(text).matches()) {
      throw new RefusedUrl(
          "it is empty or holds blanks, backslashes or characters outside ASCII; percent-encode them, and write host names in their xn-- form");
    }
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new RefusedUrl("its scheme is '%s'; expected https".formatted(scheme));
    }
    if (uri.getRawUserInfo() != null) {
      throw new RefusedUrl(
          "it holds user information before '@'; authenticate by the signature instead");
    }
    if (uri.getRawFragment() != null) {
      throw new RefusedUrl("it has a fragment after '#', which is never sent; leave it out");
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    if (port < 1 || port > 65535) {
      throw new RefusedUrl("its port %d does not exist".formatted(port));
    }
    return new WebhookUrl(
        scheme, host(uri.getHost().toLowerCase(Locale.ROOT)), port, requestUri(uri));
  }

  boolean secure() {
    return scheme.equals("https");
  }

  private static URI uri(String text) throws RefusedUrl {
    try {
      URI uri = new URI(text).parseServerAuthority();
      if (uri.getHost() == null) {
        throw new RefusedUrl("it names no host; expected https://host/path");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new RefusedUrl(
          "it is no URL (%s); expected https://host/path".formatted(e.getReason()));
    }
  }

  private static String host(String host) throws RefusedUrl {
    if (host.startsWith("[")) {
      String literal = host.substring(1, host.length() - 1);
      if (literal.contains("%")) {
        throw new RefusedUrl(
            "its host %s has a zone, which means something on one machine only".formatted(host));
      }
      if (new HostName(host).asAddress() == null) {
        throw new RefusedUrl("its host %s is no IPv6 address".formatted(host));
      }
      return literal;
    }
    if (ENDS_IN_NUMBER.matcher(host).matches()
        ? !IPV4.matcher(host).matches()
        : !NAME.matcher(host).matches()) {
      throw new RefusedUrl(
          "its host '%s' is neither a plain name nor an address of four decimal numbers without leading zeros"
              .formatted(host));
    }
    return host;
  }

  private static String requestUri(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
