package dev.assay.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells media types that can be read from others (RFC 9110, 8.3.1 and 12.5.1). */
final class MediaTypes {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String VALUE = "(?:" + TOKEN + "|\"(?:[^\"\\\\\\p{Cntrl}]|\\\\.)*\")";
  private static final String PARAMETERS =
      "(?:\\s*;\\s*" + TOKEN + "\\s*=\\s*" + VALUE + ")*\\s*;?\\s*";

  private static final Pattern CONTENT = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS);

  /** A lone asterisk is what clients made with Java have always sent. */
  private static final String RANGE = "\\s*(?:\\*|" + TOKEN + "/" + TOKEN + ")" + PARAMETERS;

  private static final Pattern RANGES =
      Pattern.compile("(?:" + RANGE + ")?(?:,\\s*(?:" + RANGE + ")?)*");
  private static final Pattern WEIGHT = Pattern.compile("(?i);\\s*q\\s*=\\s*([^;,\\s]*)");
  private static final Pattern WEIGHT_VALUE = Pattern.compile("(?:[01]|[01]?\\.\\d{1,3}|[01]\\.)");
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]*)\"?");
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary\\s*=\\s*\"?[0-9A-Za-z'()+_,./:=? -]{1,70}\"?");

  private MediaTypes() {}

  /** What is wrong with a header Content-Type, reading on from its name; null if nothing is. */
  static @Nullable String faultOfContent(String type) {
    if (!CONTENT.matcher(type).matches()) {
      return "must be a media type such as application/json";
    }
    Matcher charset = CHARSET.matcher(type);
    if (charset.find() && !isCharset(charset.group(1))) {
      return "must name a character set that is known, such as UTF-8";
    }
    boolean parts = type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    return parts && !BOUNDARY.matcher(type).find()
        ? "must name the boundary between the parts"
        : null;
  }

  /** Whether a header Accept is a list of media types, each with a weight from 0 to 1 or none. */
  static boolean isRange(String accept) {
    return RANGES.matcher(accept).matches()
        && WEIGHT
            .matcher(accept)
            .results()
            .allMatch(weight -> WEIGHT_VALUE.matcher(weight.group(1)).matches());
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException unreadable) {
      return false;
    }
  }
}
