package dev.assay.ruleset;

import dev.assay.workbook.Workbook;
import java.util.List;

/** Looks through each workbook that is uploaded for what is allowed but hardly meant. */
@FunctionalInterface
public interface Adviser {

  /** What is odd, in the order of sheets and cells; empty if nothing is. */
  List<Warning> warnings(Workbook workbook);
}
