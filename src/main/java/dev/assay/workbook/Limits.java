package dev.assay.workbook;

/**
 * How large a workbook may be. Far above what people keep in a spreadsheet, far below what could
 * exhaust the service.
 */
public final class Limits {
  /** Of the uploaded file, in bytes. */
  public static final int FILE_BYTES = 5 * 1024 * 1024;

  /** Of all parts together once unpacked, in bytes. */
  static final long UNPACKED_BYTES = 16L * 1024 * 1024;

  static final int PARTS = 500;
  static final int SHEETS = 50;

  /** Of all sheets together; rows without any content count too. */
  static final int ROWS = 20_000;

  static final int CELLS = 300_000;
  static final int MERGED_REGIONS = 2_000;

  /** Elements and texts in one XML part; the cells that are allowed need half of it. */
  static final int XML_EVENTS = 3_000_000;

  /** Different texts in the whole workbook. */
  static final int TEXTS = 200_000;

  /** Cell formats; as many as Excel itself allows. */
  static final int STYLES = 65_490;

  /** Characters in one cell that a rule reads. */
  static final int TEXT_CHARACTERS = 2_000;

  /** Example leads on the Cases sheet. */
  static final int CASES = 2_000;

  /** Rule tables on all sheets together. */
  static final int TABLES = 200;

  /** Errors that are reported; a sheet with more is broken as a whole. */
  static final int ERRORS = 500;

  private Limits() {}
}
