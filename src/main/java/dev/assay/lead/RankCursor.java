package dev.assay.lead;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The place in the ranking after which the next page begins. Opaque to callers. */
record RankCursor(int score, String lead) {

  static RankCursor after(RankedLead last) {
    return new RankCursor(last.score(), last.lead());
  }

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((score + " " + lead).getBytes(StandardCharsets.UTF_8));
  }

  /** The cursor, or null if the text is none. */
  static @Nullable RankCursor parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
      return parts.length == 2 && parts[1].indexOf(0) < 0
          ? new RankCursor(Integer.parseInt(parts[0]), parts[1])
          : null;
    } catch (IllegalArgumentException notACursor) {
      return null;
    }
  }
}
