package dev.assay.console;

import jakarta.ws.rs.core.Response;

/** Answers with a workbook to keep. */
final class Spreadsheet {
  static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Spreadsheet() {}

  static Response answer(String name, byte[] file) {
    return Response.ok(file)
        .type(TYPE)
        .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
        .build();
  }
}
