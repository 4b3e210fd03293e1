package dev.assay.logging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Ids beside the lines that this thread logs until it is closed ({@code docs/logs.md}). No id shows
 * an e-mail address, though callers may use one as a key.
 */
public final class LogFields implements AutoCloseable {
  private static final int DIGEST_BYTES = 8;
  private static final Pattern ADDRESS = Pattern.compile("[^/]*(@|%40)[^/]*");

  private final List<String> names = new ArrayList<>();

  private LogFields() {}

  /** The lead that the lines are about. */
  public static LogFields lead(String lead) {
    return new LogFields().and("lead", lead);
  }

  /** One field more. */
  public LogFields and(String name, String id) {
    MDC.put(name, shown(id));
    names.add(name);
    return this;
  }

  /** The id as it may stand in a line: itself, or a digest of what may be an e-mail address. */
  public static String shown(String id) {
    if (id.indexOf('@') < 0) {
      return id;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** A path without the e-mail addresses that a caller named leads by. */
  public static String path(String path) {
    return ADDRESS.matcher(path).replaceAll("…");
  }

  @Override
  public void close() {
    names.forEach(MDC::remove);
  }
}
