package dev.assay.workbook;

import java.util.List;

/** What came of reading a workbook. */
public sealed interface Reading {

  /** It was understood completely. */
  record Understood(Workbook workbook) implements Reading {}

  /**
   * It has errors, and nothing of it may be used.
   *
   * @param errors all that were found, in the order of sheets and cells; at least one
   */
  record Refused(List<WorkbookError> errors) implements Reading {
    public Refused {
      errors = List.copyOf(errors);
    }
  }
}
