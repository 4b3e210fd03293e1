package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.target.RefusedTarget;
import dev.assay.target.Target;
import dev.assay.target.Targets;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The targets of the stored endpoints, with their secrets opened. */
@Singleton
class EndpointTargets {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SELECT =
      "select kind, config::text, credentials from webhook_endpoint where id = ?";

  private final AgroalDataSource database;
  private final SecretVault vault;
  private final Targets targets;

  EndpointTargets(AgroalDataSource database, SecretVault vault, ConsoleConfig console) {
    this.database = database;
    this.vault = vault;
    this.targets = new Targets(console.url());
  }

  /**
   * What is stored of an endpoint's kind.
   *
   * @param secrets {@code url} and {@code auth}, where the kind has them
   */
  record Stored(EndpointKind kind, JsonNode config, ObjectNode secrets) {

    static Stored none(EndpointKind kind) {
      return new Stored(kind, JSON.createObjectNode(), JSON.createObjectNode());
    }

    /** Whether nobody said yet where to send. */
    boolean isBlank() {
      return config.isEmpty() && secrets.isEmpty();
    }

    /** Without what is secret. */
    @Override
    public String toString() {
      return "Stored[" + kind + "]";
    }
  }

  /** Opens the target of an endpoint, or says that the endpoint is gone. */
  Target open(String endpoint) throws SQLException {
    Stored stored =
        find(endpoint)
            .orElseThrow(() -> new IllegalStateException("The endpoint was removed meanwhile"));
    try {
      return target(stored);
    } catch (RefusedTarget refused) {
      throw new IllegalStateException(refused.reason(), refused);
    }
  }

  Target target(Stored stored) throws RefusedTarget {
    return targets.of(
        stored.kind().wireName(),
        stored.secrets().path("url").textValue(),
        stored.config(),
        stored.secrets().get("auth"));
  }

  Target mailTo(String address) {
    return targets.mailTo(address);
  }

  Optional<Stored> find(String endpoint) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, endpoint);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Stored(
                    EndpointKind.of(row.getString("kind")),
                    read(row.getString("config")),
                    opened(row.getBytes("credentials"), endpoint)))
            : Optional.empty();
      }
    }
  }

  /** The secrets as stored, null when there are none. */
  byte @Nullable [] sealed(ObjectNode secrets, String endpoint) {
    return secrets.isEmpty()
        ? null
        : vault.seal(secrets.toString().getBytes(UTF_8), owner(endpoint)).bytes();
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("The database holds valid JSON", impossible);
    }
  }

  /** Not the endpoint's id alone, so that these are never taken for its signing keys. */
  static String owner(String endpoint) {
    return endpoint + "/credentials";
  }

  private ObjectNode opened(byte @Nullable [] sealed, String endpoint) {
    if (sealed == null) {
      return JSON.createObjectNode();
    }
    try {
      return (ObjectNode) JSON.readTree(vault.open(new SealedSecret(sealed), owner(endpoint)));
    } catch (IOException impossible) {
      throw new UncheckedIOException("Endpoint " + endpoint + ": no JSON was sealed", impossible);
    }
  }
}
