package dev.assay.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** A worksheet part in the making, close enough to the XML to write what no library would. */
final class SheetXml {
  private final NavigableMap<Integer, NavigableMap<Integer, String>> rows = new TreeMap<>();
  private final List<String> merged = new ArrayList<>();
  private UnaryOperator<String> change = UnaryOperator.identity();

  /** Texts from the given cell rightwards; null leaves a cell blank. */
  SheetXml row(String from, @Nullable Object... values) {
    CellReference at = new CellReference(from);
    for (int i = 0; i < values.length; i++) {
      String address = new CellReference(at.getRow(), at.getCol() + i).formatAsString(false);
      if (values[i] instanceof Number number) {
        number(address, number.toString());
      } else if (values[i] != null) {
        put(address, values[i].toString());
      }
    }
    return this;
  }

  SheetXml put(String address, String text) {
    return cell(
        address, "t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + escape(text) + "</t></is>");
  }

  SheetXml number(String address, String number) {
    return cell(address, "", "<v>" + number + "</v>");
  }

  /** With style 1 (a percentage), 2 (a date) or 3 (thousands with separators). */
  SheetXml styled(String address, String number, int style) {
    return cell(address, "s=\"%d\"".formatted(style), "<v>" + number + "</v>");
  }

  SheetXml formula(String address, String formula, String cached) {
    return cell(address, "t=\"str\"", "<f>%s</f><v>%s</v>".formatted(escape(formula), cached));
  }

  SheetXml cell(String address, String attributes, String content) {
    CellReference at = new CellReference(address);
    rows.computeIfAbsent(at.getRow(), row -> new TreeMap<>())
        .put((int) at.getCol(), "<c r=\"%s\" %s>%s</c>".formatted(address, attributes, content));
    return this;
  }

  SheetXml clear(String address) {
    CellReference at = new CellReference(address);
    rows.getOrDefault(at.getRow(), new TreeMap<>()).remove((int) at.getCol());
    return this;
  }

  SheetXml clearRow(int number) {
    rows.remove(number - 1);
    return this;
  }

  SheetXml merge(String ref) {
    merged.add("<mergeCell ref=\"%s\"/>".formatted(ref));
    return this;
  }

  /** Changes the finished XML. */
  SheetXml xml(UnaryOperator<String> change) {
    UnaryOperator<String> before = this.change;
    this.change = text -> change.apply(before.apply(text));
    return this;
  }

  String xml() {
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"");
    xml.append(Xlsx.MAIN).append("\"><sheetData>");
    rows.forEach(
        (row, cells) -> {
          xml.append("<row r=\"").append(row + 1).append("\">");
          cells.values().forEach(xml::append);
          xml.append("</row>");
        });
    xml.append("</sheetData>");
    if (!merged.isEmpty()) {
      xml.append("<mergeCells>").append(String.join("", merged)).append("</mergeCells>");
    }
    return change.apply(xml.append("</worksheet>").toString());
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
