package dev.assay.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of an unpacked file into grids. */
final class GridReader {
  private static final String WORKBOOK = "xl/workbook.xml";

  private final Map<String, byte[]> parts;
  private final Map<String, String> sheetParts = new HashMap<>();
  private @Nullable String textsPart;
  private @Nullable String stylesPart;

  private record SheetEntry(String name, boolean hidden, String relation) {}

  private GridReader(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  static List<Grid> read(byte[] file) throws Unreadable {
    return new GridReader(PackageGuard.unpack(file)).read();
  }

  private List<Grid> read() throws Unreadable {
    Xml.read(part("[content_types].xml"), GridReader::refuseActiveTypes);
    for (var part : parts.entrySet()) {
      if (part.getKey().endsWith(".rels")) {
        Xml.read(part.getValue(), GridReader::refuseLinks);
      }
    }
    Xml.read(part("xl/_rels/workbook.xml.rels"), this::readRelations);
    List<SheetEntry> entries = new ArrayList<>();
    Xml.read(part(WORKBOOK), xml -> readEntries(xml, entries));
    List<String> texts = textsPart == null ? List.of() : SharedTexts.read(part(textsPart));
    NumberFormats formats =
        stylesPart == null ? NumberFormats.NONE : NumberFormats.read(part(stylesPart));
    SheetReader reader = new SheetReader(texts, formats);
    List<Grid> grids = new ArrayList<>();
    for (SheetEntry entry : entries) {
      String target = sheetParts.get(entry.relation());
      if (target == null) {
        throw Unreadable.damaged();
      }
      if (!target.isEmpty()) {
        grids.add(reader.read(entry.name(), entry.hidden(), part(target)));
      }
    }
    return grids;
  }

  private byte[] part(String name) throws Unreadable {
    byte[] part = parts.get(name);
    if (part == null) {
      throw Unreadable.damaged();
    }
    return part;
  }

  private static void refuseActiveTypes(Xml xml)
      throws Unreadable, javax.xml.stream.XMLStreamException {
    while (xml.next()) {
      String type = xml.starts("Override") || xml.starts("Default") ? type(xml) : "";
      if (type.contains("macro") || type.contains("vba")) {
        throw PackageGuard.macros();
      }
      if (type.contains("externallink")) {
        throw PackageGuard.links();
      }
      if (type.contains("activex") || type.contains("oleobject") || type.contains("dialogsheet")) {
        throw PackageGuard.embedded();
      }
    }
  }

  private static String type(Xml xml) {
    return xml.attribute("ContentType").toLowerCase(Locale.ROOT);
  }

  /** A link for people to click on leads nowhere by itself; every other one fetches something. */
  private static void refuseLinks(Xml xml) throws Unreadable, javax.xml.stream.XMLStreamException {
    while (xml.next()) {
      if (xml.starts("Relationship")
          && xml.attribute("TargetMode").equalsIgnoreCase("external")
          && !xml.attribute("Type").endsWith("/hyperlink")) {
        throw PackageGuard.links();
      }
    }
  }

  private void readRelations(Xml xml) throws Unreadable, javax.xml.stream.XMLStreamException {
    while (xml.next()) {
      if (!xml.starts("Relationship")) {
        continue;
      }
      String target = xml.attribute("Target").toLowerCase(Locale.ROOT);
      target = target.startsWith("/") ? target.substring(1) : "xl/" + target;
      String type = xml.attribute("Type");
      switch (type.substring(type.lastIndexOf('/') + 1)) {
        case "worksheet" -> sheetParts.put(xml.attribute("Id"), target);
        // A sheet that is one large chart has no cells.
        case "chartsheet" -> sheetParts.put(xml.attribute("Id"), "");
        case "sharedStrings" -> textsPart = target;
        case "styles" -> stylesPart = target;
        default -> {}
      }
    }
  }

  private static void readEntries(Xml xml, List<SheetEntry> entries)
      throws Unreadable, javax.xml.stream.XMLStreamException {
    while (xml.next()) {
      if (xml.starts("sheet")) {
        String state = xml.attribute("state");
        boolean hidden = !state.isEmpty() && !state.equals("visible");
        entries.add(new SheetEntry(xml.attribute("name"), hidden, xml.attribute("id")));
        if (entries.size() > Limits.SHEETS) {
          throw Unreadable.file("at most %d sheets".formatted(Limits.SHEETS), "Remove some.");
        }
      }
    }
  }
}
