package dev.assay.webhook;

import dev.assay.assessment.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts that somebody gave to compare with. */
final class Names {

  /** Characters of one. */
  static final int LONGEST = 200;

  private static final int SHOWN = 60;

  private Names() {}

  /** Whether the text can be stored and compared with. */
  static boolean sound(String text) {
    return text.length() <= LONGEST
        && text.indexOf('\0') < 0
        && !Text.fold(text).isEmpty()
        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** The text, short enough for a message. */
  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** Whether nothing is asked for, or the value is among the names; case does not matter. */
  static boolean admit(List<String> names, @Nullable String value) {
    return names.isEmpty()
        || (value != null
            && names.stream().anyMatch(name -> Text.fold(name).equals(Text.fold(value))));
  }
}
