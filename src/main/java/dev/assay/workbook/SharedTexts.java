package dev.assay.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads the table of texts that cells refer to by number. */
final class SharedTexts {
  /** How the format writes characters that XML cannot hold, as in {@code _x000D_}. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private SharedTexts() {}

  static List<String> read(byte[] part) throws Unreadable {
    List<String> texts = new ArrayList<>();
    Xml.read(
        part,
        xml -> {
          while (xml.next()) {
            if (xml.starts("si")) {
              if (texts.size() >= Limits.TEXTS) {
                throw Unreadable.file(
                    "at most %d texts".formatted(Limits.TEXTS),
                    "Remove sheets that hold no rules.");
              }
              texts.add(richText(xml, "si"));
            }
          }
        });
    return texts;
  }

  /** The text of all runs up to the end of the element, without hints how to pronounce it. */
  static String richText(Xml xml, String element) throws XMLStreamException, Unreadable {
    StringBuilder text = new StringBuilder();
    boolean spoken = false;
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("rPh") || xml.ends("rPh")) {
        spoken = xml.starts("rPh");
      } else if (xml.starts("t") && !spoken) {
        text.append(xml.text());
      }
    }
    return unescape(text.toString());
  }

  static String unescape(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                found ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        : text;
  }
}
