package dev.assay.workbook;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the elements of an XML part. Whatever defines or uses entities is refused, so a part
 * is never larger than its bytes; and so is nesting that no spreadsheet has.
 */
final class Xml {
  private static final XMLInputFactory FACTORY = factory();
  private static final int DEEPEST = 64;

  private final XMLStreamReader reader;
  private int depth;
  private int events;

  private Xml(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** What to do with one part. */
  interface Walk {
    void walk(Xml xml) throws XMLStreamException, Unreadable;
  }

  static void read(byte[] part, Walk walk) throws Unreadable {
    try {
      walk.walk(new Xml(FACTORY.createXMLStreamReader(new ByteArrayInputStream(part))));
    } catch (XMLStreamException | IllegalArgumentException | IllegalStateException broken) {
      throw Unreadable.damaged();
    }
  }

  /** Goes on to where the next element begins or ends; false at the end of the part. */
  boolean next() throws XMLStreamException, Unreadable {
    return next(null);
  }

  /**
   * The same, collecting the text on the way.
   *
   * @param text receives what stands between elements
   */
  boolean next(@Nullable StringBuilder text) throws XMLStreamException, Unreadable {
    while (reader.hasNext()) {
      if (++events > Limits.XML_EVENTS) {
        throw Unreadable.file("sheets of a reasonable size", "Remove what holds no rules.");
      }
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw Unreadable.damaged();
          }
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return true;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw Unreadable.file(
                "XML without DOCTYPE",
                "No spreadsheet program writes this: save the workbook again from one.");
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text != null) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
          }
        }
        default -> {}
      }
    }
    return false;
  }

  boolean starts(String element) {
    return reader.isStartElement() && reader.getLocalName().equals(element);
  }

  boolean ends(String element) {
    return reader.isEndElement() && reader.getLocalName().equals(element);
  }

  /** An attribute of the element that begins here, whatever its namespace; empty if missing. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The text of the element that begins here, without that of elements in it. */
  String text() throws XMLStreamException, Unreadable {
    StringBuilder text = new StringBuilder();
    int outer = depth;
    while (depth >= outer) {
      if (!next(depth == outer ? text : null)) {
        throw Unreadable.damaged();
      }
    }
    return text.toString();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }
}
