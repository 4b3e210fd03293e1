package dev.assay.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How to get the access tokens of OAuth 2.0 (RFC 6749) that prove who calls. They end after some
 * time, so they are fetched with what does not.
 *
 * @param refreshToken null for the grant of client credentials
 * @param scope null to leave it to the server
 * @param scheme what stands before the token in the header {@code authorization}
 */
public record OAuth(
    String tokenUrl,
    String clientId,
    String clientSecret,
    @Nullable String refreshToken,
    @Nullable String scope,
    String scheme)
    implements Authorization {

  private static final String WHERE = "auth.oauth";
  private static final List<String> MEMBERS =
      List.of("tokenUrl", "clientId", "clientSecret", "refreshToken", "scope", "scheme");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");

  static OAuth parse(JsonNode oauth) throws RefusedTarget {
    for (var member : oauth.properties()) {
      if (!MEMBERS.contains(member.getKey())) {
        throw new RefusedTarget(
            "auth.oauth has the member '%s'; expected some of %s"
                .formatted(Line.of(member.getKey(), 60), MEMBERS));
      }
    }
    String scheme = oauth.has("scheme") ? Authorization.text(oauth, WHERE, "scheme") : "Bearer";
    if (!SCHEME.matcher(scheme).matches()) {
      throw new RefusedTarget(
          "auth.oauth.scheme cannot be used: expected letters, digits and hyphens, such as Bearer");
    }
    return new OAuth(
        Authorization.text(oauth, WHERE, "tokenUrl"),
        Authorization.text(oauth, WHERE, "clientId"),
        Authorization.text(oauth, WHERE, "clientSecret"),
        oauth.has("refreshToken") ? Authorization.text(oauth, WHERE, "refreshToken") : null,
        oauth.has("scope") ? Authorization.text(oauth, WHERE, "scope") : null,
        scheme);
  }

  @Override
  public String header() {
    return "authorization";
  }

  /** The value of the header. */
  public String value(String token) {
    return scheme + " " + token;
  }

  /** The form that is posted for a token. */
  public String form() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", refreshToken == null ? "client_credentials" : "refresh_token");
    fields.put("client_id", clientId);
    fields.put("client_secret", clientSecret);
    if (refreshToken != null) {
      fields.put("refresh_token", refreshToken);
    }
    if (scope != null) {
      fields.put("scope", scope);
    }
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Whether somebody who reads the text would learn a secret. */
  public boolean isToldBy(String text) {
    return text.contains(clientSecret) || (refreshToken != null && text.contains(refreshToken));
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "OAuth[" + scheme + "]";
  }
}
