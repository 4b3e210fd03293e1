package dev.assay.workbook;

import dev.assay.workbook.ColumnHelp.Listed;
import dev.assay.workbook.ColumnHelp.Lists;
import dev.assay.workbook.ColumnHelp.Numbers;
import dev.assay.workbook.ColumnHelp.Offer;
import dev.assay.workbook.ColumnHelp.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Gives cells lists to choose from and bounds for numbers, once all sheets are written. */
final class Offers {
  /** Rows below the written ones that are prepared as well. */
  static final int SPARE_ROWS = 200;

  private record Pending(XSSFSheet sheet, int column, int from, int to, Offer offer) {}

  private final List<Pending> pending = new ArrayList<>();
  private final Map<Lists, String> sources = new EnumMap<>(Lists.class);

  void add(XSSFSheet sheet, int column, int from, int to, Offer offer) {
    pending.add(new Pending(sheet, column, from, to, offer));
  }

  /** Says where a list stands; the first place counts. */
  void source(Lists list, XSSFSheet sheet, int column, int from, int to) {
    String letter = CellReference.convertNumToColString(column);
    String first = "'%s'!$%s$%d".formatted(sheet.getSheetName(), letter, from + 1);
    // Only as far as it is filled, so that the list has no blank end.
    sources.putIfAbsent(
        list, "OFFSET(%1$s,0,0,MAX(1,COUNTA(%1$s:$%2$s$%3$d)),1)".formatted(first, letter, to + 1));
  }

  void write() {
    for (Pending one : pending) {
      DataValidationHelper helper = one.sheet().getDataValidationHelper();
      DataValidationConstraint constraint = constraint(helper, one.offer());
      if (constraint == null) {
        continue;
      }
      DataValidation validation =
          helper.createValidation(
              constraint,
              new CellRangeAddressList(one.from(), one.to(), one.column(), one.column()));
      boolean open = one.offer() instanceof Listed;
      validation.setErrorStyle(
          open ? DataValidation.ErrorStyle.INFO : DataValidation.ErrorStyle.STOP);
      validation.createErrorBox(
          open ? "Not in the list" : "Not possible here",
          open
              ? "Nothing in this workbook has this name yet. Check the spelling."
              : expected(one.offer()));
      validation.setShowErrorBox(true);
      validation.setEmptyCellAllowed(true);
      validation.setSuppressDropDownArrow(true);
      one.sheet().addValidationData(validation);
    }
  }

  private static String expected(Offer offer) {
    if (offer instanceof Words words) {
      return "Choose one of: " + String.join(", ", words.words());
    }
    return offer instanceof Numbers numbers && numbers.least() != null
        ? "Write a whole number from %d to %d.".formatted(numbers.least(), numbers.most())
        : "Write a number.";
  }

  private @Nullable DataValidationConstraint constraint(DataValidationHelper helper, Offer offer) {
    if (offer instanceof Words words) {
      return helper.createExplicitListConstraint(words.words().toArray(new String[0]));
    } else if (offer instanceof Listed listed) {
      String source = sources.get(listed.list());
      return source == null ? null : helper.createFormulaListConstraint(source);
    } else if (offer instanceof Numbers numbers) {
      return numbers.least() == null
          ? helper.createDecimalConstraint(OperatorType.BETWEEN, "-1E+15", "1E+15")
          : helper.createIntegerConstraint(
              OperatorType.BETWEEN, numbers.least().toString(), String.valueOf(numbers.most()));
    }
    return null;
  }
}
