package dev.assay.imports;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses what the columns of a file mean by their names. */
public final class GuessMapping {
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("emailaddress", "email"),
          Map.entry("mail", "email"),
          Map.entry("workemail", "email"),
          Map.entry("leadid", "lead"),
          Map.entry("leadkey", "lead"),
          Map.entry("prospectid", "lead"),
          Map.entry("contactid", "lead"),
          Map.entry("userid", "lead"),
          Map.entry("givenname", "firstName"),
          Map.entry("forename", "firstName"),
          Map.entry("surname", "lastName"),
          Map.entry("familyname", "lastName"),
          Map.entry("jobtitle", "title"),
          Map.entry("position", "title"),
          Map.entry("companyname", "company"),
          Map.entry("account", "company"),
          Map.entry("organization", "company"),
          Map.entry("organisation", "company"),
          Map.entry("website", "domain"),
          Map.entry("numberofemployees", "employees"),
          Map.entry("companysize", "employees"),
          Map.entry("annualrevenue", "revenue"),
          Map.entry("phonenumber", "phone"),
          Map.entry("mobile", "phone"),
          Map.entry("linkedinurl", "linkedin"),
          Map.entry("countrycode", "country"),
          Map.entry("leadsource", "source"),
          Map.entry("eventid", "id"),
          Map.entry("event", "type"),
          Map.entry("eventtype", "type"),
          Map.entry("activity", "type"),
          Map.entry("eventname", "type"),
          Map.entry("date", "occurredAt"),
          Map.entry("time", "occurredAt"),
          Map.entry("timestamp", "occurredAt"),
          Map.entry("createdat", "occurredAt"),
          Map.entry("datetime", "occurredAt"),
          Map.entry("page", "subject"),
          Map.entry("url", "subject"),
          Map.entry("path", "subject"));

  private static final Set<String> SAY_EVENTS = Set.of("type", "occurredAt", "subject");
  private static final int LONGEST = 64;

  private GuessMapping() {}

  /** Columns that mean nothing known become attributes or properties. */
  static Mapping guess(List<String> header) {
    long hints =
        header.stream()
            .map(column -> field(Kind.events, column))
            .filter(field -> field != null && SAY_EVENTS.contains(field))
            .count();
    return guess(hints >= 2 ? Kind.events : Kind.leads, header);
  }

  /** The same where it is known what the lines are. */
  public static Mapping guess(Kind kind, List<String> header) {
    Map<String, String> columns = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    for (String column : header) {
      String field = field(kind, column);
      if (field == null || !used.add(field)) {
        field = free(kind, column);
        if (!used.add(field)) {
          continue;
        }
      }
      columns.put(column, field);
    }
    String id = kind == Kind.leads && !used.contains("lead") ? column(header, "id") : null;
    if (id != null) {
      columns.put(id, "lead");
    }
    if (kind == Kind.events && columns.containsValue("lead")) {
      columns.values().remove("email");
    }
    return new Mapping(kind, columns, Map.of());
  }

  private static @Nullable String field(Kind kind, String column) {
    String plain = plain(column);
    String other = OTHER_NAMES.get(plain);
    for (String field : Mapping.fields(kind)) {
      if (plain(field).equals(plain) || field.equals(other)) {
        return field;
      }
    }
    return null;
  }

  private static @Nullable String column(List<String> header, String plain) {
    return header.stream().filter(column -> plain(column).equals(plain)).findFirst().orElse(null);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The attribute or property that has the name of the column, as far as it can. */
  public static String free(Kind kind, String column) {
    String name = column.strip().replaceAll("[^A-Za-z0-9_.-]+", "_").replaceAll("^[^A-Za-z]+", "");
    String prefix = kind == Kind.leads ? Mapping.ATTRIBUTE : Mapping.PROPERTY;
    String safe = name.isEmpty() ? "column" : name;
    return prefix + safe.substring(0, Math.min(LONGEST, safe.length()));
  }
}
