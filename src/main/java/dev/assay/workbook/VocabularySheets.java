package dev.assay.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the vocabulary on sheets for people, from where cells of technical rows are copied. */
final class VocabularySheets {
  private static final List<String> FADES =
      List.of(
          "50% per 90 days", "50% per 90 days, daily", "100% per 365 days", "half-life 30 days");

  private static final List<String> FACTS =
      List.of(
          "lead : Lead",
          "activity : Activity",
          "not Activity",
          "history : History",
          "trait : Trait",
          "not Trait",
          "score : Score",
          "qualification : Qualification");

  private VocabularySheets() {}

  static void write(WorkbookWriter writer) {
    List<Object[]> rows = new ArrayList<>();
    for (FactType fact : FactType.values()) {
      for (Field field : fact.fields().values()) {
        rows.add(new Object[] {fact.word(), field.name(), field.kind().expected});
      }
    }
    writer.list("Notes fields", List.of("Fact", "Field", "Holds"), rows);
    List<Object[]> words = new ArrayList<>();
    Vocabulary.conditions().forEach(word -> words.add(row("CONDITION", word)));
    Vocabulary.actions().forEach(word -> words.add(row("ACTION", word)));
    writer.list("Notes vocabulary", List.of("Kind", "Snippet", "Cell", "Meaning"), words);
    List<Object[]> lists = new ArrayList<>();
    for (int i = 0; i < EventTypes.KNOWN.size(); i++) {
      lists.add(new Object[] {EventTypes.KNOWN.get(i), at(FADES, i), at(FACTS, i)});
    }
    writer.list("Notes lists", List.of("Event types", "Fades", "Facts"), lists);
  }

  private static @Nullable String at(List<String> list, int index) {
    return index < list.size() ? list.get(index) : null;
  }

  private static Object[] row(String kind, Vocabulary.Word word) {
    return new Object[] {kind, word.snippet(), word.cell(), word.meaning().replace("`", "")};
  }
}
