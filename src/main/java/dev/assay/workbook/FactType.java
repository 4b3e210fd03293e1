package dev.assay.workbook;

import dev.assay.assessment.Activity;
import dev.assay.assessment.History;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Qualification;
import dev.assay.assessment.Score;
import dev.assay.assessment.Trait;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rows can ask about, with the fields of each. */
@SuppressWarnings("ImmutableEnumChecker") // nothing changes once the class is loaded
public enum FactType {
  LEAD(Lead.class, "who the lead is"),
  ACTIVITY(Activity.class, "what the lead did: one event type, on one subject or on any"),
  HISTORY(History.class, "all that the lead did together"),
  TRAIT(Trait.class, "what other rows concluded"),
  SCORE(Score.class, "the points, once they are added up"),
  QUALIFICATION(Qualification.class, "a stage the lead qualifies for");

  static {
    LEAD.text("email", Lead::email)
        .text("firstName", Lead::firstName)
        .text("lastName", Lead::lastName)
        .text("title", Lead::title)
        .text("seniority", Lead::seniority)
        .text("department", Lead::department)
        .number("yearsOfExperience", Lead::yearsOfExperience)
        .text("phone", Lead::phone)
        .text("linkedin", Lead::linkedin)
        .text("company", Lead::company)
        .text("domain", Lead::domain)
        .text("industry", Lead::industry)
        .number("employees", Lead::employees)
        .number("revenue", Lead::revenue)
        .text("country", Lead::country)
        .text("region", Lead::region)
        .text("source", Lead::source)
        .text("product", Lead::product)
        .text("segment", Lead::segment)
        .field("technologies", Field.Kind.TEXT, Lead.class, Lead::technologies)
        .number("budget", Lead::budget)
        .field("doNotContact", Field.Kind.FLAG, Lead.class, Lead::doNotContact);
    ACTIVITY
        .field("type", Field.Kind.CODE, Activity.class, Activity::getType)
        .field("subject", Field.Kind.TEXT, Activity.class, Activity::getSubject)
        .field("count", Field.Kind.NUMBER, Activity.class, Activity::getCount);
    HISTORY.field("count", Field.Kind.NUMBER, History.class, History::getCount);
    TRAIT.field("name", Field.Kind.CODE, Trait.class, Trait::name);
    SCORE
        .field("total", Field.Kind.NUMBER, Score.class, Score::total)
        .field("fit", Field.Kind.NUMBER, Score.class, Score::fit)
        .field("engagement", Field.Kind.NUMBER, Score.class, Score::engagement);
    QUALIFICATION.field("stage", Field.Kind.STAGE, Qualification.class, Qualification::stage);
  }

  private final Class<?> type;
  private final String about;
  private final Map<String, Field> fields = new LinkedHashMap<>();

  FactType(Class<?> type, String about) {
    this.type = type;
    this.about = about;
  }

  /** The class of the fact. */
  public Class<?> type() {
    return type;
  }

  /** What it is about, in a few words. */
  public String about() {
    return about;
  }

  /** Its name in object cells. */
  public String word() {
    return type.getSimpleName();
  }

  /** Its fields by name, in the order in which they are documented. */
  public Map<String, Field> fields() {
    return java.util.Collections.unmodifiableMap(fields);
  }

  static @Nullable FactType of(String word) {
    for (FactType fact : values()) {
      if (fact.word().equals(word)) {
        return fact;
      }
    }
    return null;
  }

  private FactType text(String name, Function<Lead, @Nullable Object> read) {
    return field(name, Field.Kind.TEXT, Lead.class, read);
  }

  private FactType number(String name, Function<Lead, @Nullable Object> read) {
    return field(name, Field.Kind.NUMBER, Lead.class, read);
  }

  private <T> FactType field(
      String name, Field.Kind kind, Class<T> of, Function<T, @Nullable Object> read) {
    fields.put(name, new Field(name, kind, fact -> read.apply(of.cast(fact))));
    return this;
  }
}
