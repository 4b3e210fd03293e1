package dev.assay.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** Why a text is not JSON, without what Jackson adds for those who call it from Java. */
public final class JsonReason {
  /** Advice begins at a line break or at {@code , from `}. */
  private static final String ADVICE = ", from `";

  /** Where something begins that is not closed: a source that is not shown, and its line. */
  private static final Pattern SOURCE =
      Pattern.compile(" \\(start marker at \\[Source:[^\\]]*\\]\\)");

  private JsonReason() {}

  /** One sentence without its full stop, shortened if it quotes a long text. */
  public static String of(JsonProcessingException fault) {
    String line = fault.getOriginalMessage().lines().findFirst().orElse("");
    int advice = line.indexOf(ADVICE);
    String sentence = advice < 0 ? line : line.substring(0, advice) + ")";
    return Violation.shortened(SOURCE.matcher(sentence).replaceAll(""));
  }
}
