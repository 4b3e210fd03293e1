package dev.assay.workbook;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file before any spreadsheet library does: it unpacks as a stream within fixed limits
 * and refuses everything that is not a plain .xlsx of reasonable size.
 */
final class PackageGuard {
  private static final XMLInputFactory XML = factory();

  private final Set<String> names = new HashSet<>();
  private long unpacked;
  private int rows;
  private int cells;
  private int merged;
  private int texts;

  private PackageGuard() {}

  /** What is wrong with the file, or null if the spreadsheet library may have it. */
  static @Nullable WorkbookError check(byte[] file) {
    if (file.length > Limits.FILE_BYTES) {
      return WorkbookError.ofFile(
          "a file of at most %d MB".formatted(Limits.FILE_BYTES >> 20),
          "Remove pictures and sheets that hold no rules.");
    }
    if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      return WorkbookError.ofFile(
          "an .xlsx file without password",
          "This is an old .xls or an encrypted workbook: save it as .xlsx without password.");
    }
    if (!startsWith(file, 'P', 'K', 3, 4)) {
      return WorkbookError.ofFile("an .xlsx file", "Save the workbook as .xlsx (Excel Workbook).");
    }
    try {
      new PackageGuard().walk(file);
      return null;
    } catch (Hostile hostile) {
      return hostile.error;
    } catch (IOException | XMLStreamException | IllegalArgumentException broken) {
      return WorkbookError.ofFile(
          "an intact .xlsx file",
          "The file is damaged: save it again from the spreadsheet program.");
    }
  }

  private void walk(byte[] file) throws IOException, XMLStreamException, Hostile {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        refuseIf(!names.add(name), "each part once", "The file holds two parts named alike.");
        refuseIf(names.size() > Limits.PARTS, "at most %d parts".formatted(Limits.PARTS), SHRINK);
        refuseActiveContent(name);
        InputStream limited = new Metered(zip);
        if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
          scan(limited);
        }
        limited.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
    refuseIf(
        !names.contains("xl/workbook.xml") || !names.contains("[content_types].xml"),
        "an .xlsx file",
        "Save the workbook as .xlsx (Excel Workbook).");
  }

  private void refuseActiveContent(String name) throws Hostile {
    refuseIf(
        name.contains("vbaproject")
            || name.contains("macrosheets")
            || name.contains("dialogsheets"),
        "a workbook without macros",
        "Save it as .xlsx (Excel Workbook), not .xlsm.");
    refuseIf(
        name.contains("externallink"),
        "a workbook without links to other files",
        "In Excel choose Data, Edit Links, Break Link.");
    refuseIf(
        name.contains("embeddings/")
            || name.contains("activex/")
            || name.contains("connections.xml")
            || name.contains("querytables/"),
        "a workbook without embedded objects, controls and data connections",
        "Remove them: rules are read from cells alone.");
  }

  private void scan(InputStream part) throws XMLStreamException, Hostile {
    XMLStreamReader xml = XML.createXMLStreamReader(new Unclosed(part));
    while (xml.hasNext()) {
      int event = xml.next();
      refuseIf(
          event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE,
          "XML without DOCTYPE",
          "No spreadsheet program writes this: save the workbook again from one.");
      if (event == XMLStreamConstants.START_ELEMENT) {
        count(xml);
      }
    }
  }

  private void count(XMLStreamReader xml) throws Hostile {
    switch (xml.getLocalName()) {
      case "row" -> rows++;
      case "c" -> cells++;
      case "mergeCell" -> merged++;
      case "si" -> texts++;
      case "Relationship" ->
          refuseIf(
              "External".equals(xml.getAttributeValue(null, "TargetMode"))
                  && !String.valueOf(xml.getAttributeValue(null, "Type")).endsWith("/hyperlink"),
              "a workbook without links to other files",
              "In Excel choose Data, Edit Links, Break Link.");
      case "Override", "Default" ->
          refuseIf(
              String.valueOf(xml.getAttributeValue(null, "ContentType")).contains("macroEnabled"),
              "a workbook without macros",
              "Save it as .xlsx (Excel Workbook), not .xlsm.");
      default -> {}
    }
    refuseIf(rows > Limits.ROWS, "at most %d rows".formatted(Limits.ROWS), ROWS_HINT);
    refuseIf(cells > Limits.CELLS, "at most %d cells".formatted(Limits.CELLS), SHRINK);
    refuseIf(
        merged > Limits.MERGED_REGIONS,
        "at most %d merged regions".formatted(Limits.MERGED_REGIONS),
        "Undo merging where it is only for looks.");
    refuseIf(texts > Limits.TEXTS, "at most %d texts".formatted(Limits.TEXTS), SHRINK);
  }

  private static final String SHRINK = "Remove sheets that hold no rules.";
  private static final String ROWS_HINT =
      "Delete unused rows below the tables; formatting alone makes a row count.";

  private static void refuseIf(boolean hostile, String expected, String hint) throws Hostile {
    if (hostile) {
      throw new Hostile(WorkbookError.ofFile(expected, hint));
    }
  }

  private static boolean startsWith(byte[] file, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= file.length || (file[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  private static final class Hostile extends Exception {
    private static final long serialVersionUID = 1L;
    final transient WorkbookError error;

    Hostile(WorkbookError error) {
      super(error.expected());
      this.error = error;
    }
  }

  /** Counts what comes out of the archive, so that a zip bomb ends at the limit. */
  private final class Metered extends FilterInputStream {
    Metered(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int bytes) throws IOException {
      unpacked += bytes;
      if (unpacked > Limits.UNPACKED_BYTES) {
        throw new IOException("unpacks to too much");
      }
    }
  }

  /** The XML reader must not close the archive behind its part. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
