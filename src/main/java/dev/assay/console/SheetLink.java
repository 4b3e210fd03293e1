package dev.assay.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of places in a workbook, as they follow the address of its version. */
final class SheetLink {

  private SheetLink() {}

  static String sheet(String sheet) {
    return "?sheet=" + encoded(sheet);
  }

  static String row(String sheet, int row) {
    return sheet(sheet) + "&row=" + row + "#row-" + row;
  }

  static String row(int ruleset, String sheet, int row) {
    return "/rules/" + ruleset + row(sheet, row);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
