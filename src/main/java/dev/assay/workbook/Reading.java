package dev.assay.workbook;

import java.util.List;

/** What came of reading a workbook. */
public sealed interface Reading {

  /** Everything that is wrong with the file; empty when it was understood. */
  List<WorkbookError> errors();

  /** It was understood completely. */
  record Understood(Workbook workbook) implements Reading {
    @Override
    public List<WorkbookError> errors() {
      return List.of();
    }
  }

  /**
   * It has errors, and nothing of it may be used.
   *
   * @param errors all that were found, in the order of sheets and cells; at least one
   * @param tables what could be read in spite of them, only to be shown
   */
  record Refused(List<WorkbookError> errors, List<DecisionTable> tables) implements Reading {
    public Refused {
      errors = List.copyOf(errors);
      tables = List.copyOf(tables);
    }
  }

  /** The file is no workbook, or one that cannot be read in safety. */
  record NoWorkbook(WorkbookError error) implements Reading {
    @Override
    public List<WorkbookError> errors() {
      return List.of(error);
    }
  }
}
