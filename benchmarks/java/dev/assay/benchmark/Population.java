package dev.assay.benchmark;

import java.util.Locale;
import java.util.SplittableRandom;

/** Made-up people, the same one for the same number. */
final class Population {
  private static final String[] FIRST = {
    "Kim", "Ana", "Bo", "Chen", "Dana", "Eli", "Femi", "Gina", "Hugo", "Ines", "Jan", "Kofi"
  };
  private static final String[] LAST = {
    "Doe", "Silva", "Meyer", "Okafor", "Rossi", "Novak", "Larsen", "Tanaka", "Haddad", "Moreau"
  };
  private static final String[] TITLES = {
    "VP of Sales",
    "Director of Marketing",
    "Head of IT",
    "Sales Manager",
    "Software Engineer",
    "Analyst",
    "Intern",
    "CEO",
    "Consultant",
    "Office Manager"
  };
  private static final String[] INDUSTRIES = {
    "Software", "Banking", "Retail", "Insurance", "Energy", "Health Care", "Logistics"
  };
  private static final String[] COUNTRIES = {"US", "CA", "DE", "FR", "GB", "IN", "BR", "JP"};
  private static final String[] SOURCES = {"Referral", "Website", "Event", "Partner"};
  private static final int[] EMPLOYEES = {5, 30, 80, 150, 300, 700, 2_000};

  private Population() {}

  static String key(int number) {
    return "l-" + number;
  }

  static String email(int number) {
    return "%s.%d@%s".formatted(first(number).toLowerCase(Locale.ROOT), number, domain(number));
  }

  static String profile(int number) {
    SplittableRandom random = new SplittableRandom(number);
    StringBuilder json = new StringBuilder(300).append("{\"title\":\"").append(of(TITLES, random));
    json.append("\",\"company\":\"").append(company(number));
    json.append("\",\"industry\":\"").append(of(INDUSTRIES, random));
    json.append("\",\"country\":\"").append(of(COUNTRIES, random));
    json.append("\",\"source\":\"").append(of(SOURCES, random));
    json.append("\",\"email\":\"").append(email(number));
    json.append("\",\"firstName\":\"").append(first(number));
    json.append("\",\"lastName\":\"").append(LAST[number / FIRST.length % LAST.length]);
    if (random.nextInt(3) == 0) {
      json.append("\",\"phone\":\"+1 415 55").append(50_000 + random.nextInt(40_000));
    }
    json.append("\",\"employees\":").append(EMPLOYEES[random.nextInt(EMPLOYEES.length)]);
    return json.append('}').toString();
  }

  static String company(int number) {
    return "Company " + number / 7;
  }

  private static String domain(int number) {
    return "company" + number / 7 + ".example";
  }

  private static String first(int number) {
    return FIRST[number % FIRST.length];
  }

  private static String of(String[] values, SplittableRandom random) {
    return values[random.nextInt(values.length)];
  }
}
