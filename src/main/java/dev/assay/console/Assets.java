package dev.assay.console;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where browsers find the console's files. Browsers keep them for a year: their address tells
 * versions apart.
 */
@Singleton
class Assets {

  private static final Map<String, String> GROUPS =
      Map.of(
          "bootstrap", "org.webjars", "htmx.org", "org.webjars.npm", "chart.js", "org.webjars.npm");

  private final Map<String, String> known = new ConcurrentHashMap<>();

  /** The address of a file of the console. */
  public String file(String name) {
    return known.computeIfAbsent(
        name,
        file -> "/console/%s?v=%s".formatted(file, digest("META-INF/resources/console/" + file)));
  }

  /** The address of a file from a webjar. */
  public String jar(String name, String file) {
    return "/webjars/%s/%s/%s"
        .formatted(name, known.computeIfAbsent("jar " + name, each -> version(name)), file);
  }

  private static String version(String name) {
    Properties properties = new Properties();
    try (InputStream in =
        open("META-INF/maven/%s/%s/pom.properties".formatted(GROUPS.get(name), name))) {
      properties.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return properties.getProperty("version");
  }

  private static String digest(String resource) {
    try (InputStream in = open(resource)) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("The service was built without " + resource);
    }
    return in;
  }
}
