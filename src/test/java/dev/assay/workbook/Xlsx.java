package dev.assay.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook file in the making, part by part. */
final class Xlsx {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
  static final String WORKBOOK_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private final Map<String, SheetXml> sheets = new LinkedHashMap<>();
  private final Map<String, String> states = new LinkedHashMap<>();
  private final Map<String, byte[]> extra = new LinkedHashMap<>();
  private final Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();

  /** The sheet of that name, made if there is none. */
  SheetXml sheet(String name) {
    return sheets.computeIfAbsent(name, added -> new SheetXml());
  }

  Xlsx without(String sheet) {
    sheets.remove(sheet);
    return this;
  }

  Xlsx state(String sheet, String state) {
    states.put(sheet, " state=\"%s\"".formatted(state));
    return this;
  }

  Xlsx part(String name, byte[] content) {
    extra.put(name, content);
    return this;
  }

  Xlsx part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Changes the XML of a part that is written anyway. */
  Xlsx change(String part, UnaryOperator<String> change) {
    changes.merge(part, change, (one, other) -> text -> other.apply(one.apply(text)));
    return this;
  }

  byte[] bytes() {
    return zip(parts());
  }

  Map<String, byte[]> parts() {
    Map<String, String> texts = new LinkedHashMap<>();
    StringBuilder overrides = new StringBuilder();
    StringBuilder entries = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    Map<String, String> sheetParts = new LinkedHashMap<>();
    int number = 0;
    for (var sheet : sheets.entrySet()) {
      String file = "sheet%d.xml".formatted(++number);
      sheetParts.put("xl/worksheets/" + file, sheet.getValue().xml());
      overrides.append(override("/xl/worksheets/" + file, SHEET_TYPE));
      entries.append(
          "<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>"
              .formatted(
                  SheetXml.escape(sheet.getKey()),
                  number,
                  states.getOrDefault(sheet.getKey(), ""),
                  number));
      relations.append(relation("rId" + number, TYPES + "/worksheet", "worksheets/" + file));
    }
    relations.append(relation("rIdS", TYPES + "/styles", "styles.xml"));
    texts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + override("/xl/workbook.xml", WORKBOOK_TYPE)
            + overrides
            + "</Types>");
    texts.put(
        "_rels/.rels", relations(relation("rId1", TYPES + "/officeDocument", "xl/workbook.xml")));
    texts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
            .formatted(MAIN, TYPES, entries));
    texts.put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
    texts.put("xl/styles.xml", STYLES);
    texts.putAll(sheetParts);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    texts.forEach(
        (name, text) ->
            parts.put(
                name,
                changes
                    .getOrDefault(name, UnaryOperator.identity())
                    .apply(text)
                    .getBytes(StandardCharsets.UTF_8)));
    parts.putAll(extra);
    return parts;
  }

  static String override(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
  }

  static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
  }

  static String relations(String relations) {
    return "<Relationships xmlns=\"%s\">%s</Relationships>".formatted(RELATIONS, relations);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }

  private static final String STYLES =
      "<styleSheet xmlns=\"%s\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
              .formatted(MAIN)
          + "<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/><xf numFmtId=\"3\"/></cellXfs></styleSheet>";
}
