package dev.assay.problem;

import java.util.regex.Pattern;

/**
 * Names that people tell things by: keys, owners, endpoints, files. A character that is not seen,
 * or that turns the direction of what follows, makes one name look like another (Unicode TR 36, 3),
 * so these names have none. Texts about leads are not held to this: some scripts need such
 * characters.
 */
public final class VisibleText {

  /** For {@code @Pattern}: nothing that controls, formats, parts lines, or is no character. */
  public static final String NAME = "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]*";

  /** For {@code @Pattern}, of texts with more than one line. */
  public static final String LINES =
      "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\\n\\r\\t]]*";

  /** What is wrong with others. */
  public static final String MESSAGE =
      "must not hold control characters or others that are not seen or turn the direction of a text";

  private static final Pattern TEXT = Pattern.compile(LINES);
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+");

  private VisibleText() {}

  /** Whether a text of one line or more has none of them. */
  public static boolean isText(String text) {
    return TEXT.matcher(text).matches();
  }

  /** The name with a blank in place of each run of them. */
  public static String cleaned(String text) {
    return UNSEEN.matcher(text).replaceAll(" ").strip();
  }
}
