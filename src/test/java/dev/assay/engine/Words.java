package dev.assay.engine;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Picks values from lists so short that generated rules and leads often meet. */
final class Words {
  private final Random random;

  Words(Random random) {
    this.random = random;
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  <T> @Nullable T some(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  String country() {
    return one("US", "CA", "DE", "FR", "IN", "BR");
  }

  String countries() {
    return country() + ", " + country().toLowerCase(java.util.Locale.ROOT);
  }

  String titles() {
    return one("VP, Vice President", "Manager", "Sales", "Intern", "Head of", "Engineer");
  }

  String title() {
    return one("VP of Sales", "Sales Manager", "Intern", "Head of Engineering", "Engineer", "  ");
  }

  String industries() {
    return one("Software", "Software, Banking", "Retail, Software", "Banking");
  }

  String industry() {
    return one("software", "Banking", "Retail", "Mining");
  }

  String plan() {
    return one("free", "Team", "enterprise");
  }

  String technologies() {
    return one("java", "post", "kafka, java", "excel");
  }

  List<String> uses() {
    return one(List.of(), List.of("Java", "Kafka"), List.of("PostgreSQL"), List.of("Excel"));
  }

  String presence() {
    return one("present", "absent");
  }

  int employees() {
    return one(1, 10, 50, 200, 500, 5_000);
  }

  double years() {
    return one(0.5, 2.0, 2.25, 10.0);
  }

  int seats() {
    return one(1, 5, 25, 1_000_000);
  }

  String trait() {
    return one("red", "blue.1", "blue-2", "decision_maker", "student");
  }

  int points() {
    return one(-15, -3, 1, 5, 7, 10, 20, 33);
  }

  @Nullable String group() {
    return some(() -> one("Red", "Green", "blue"));
  }

  String reason() {
    return one("Good", "It's 100% fine; really", "Großartig (ja)", "a, b & c <d>");
  }

  String type() {
    return one("page_view", "download", "demo_request", "email_open", "webinar_attended");
  }

  @Nullable String subject() {
    return one("/pricing", "/Pricing/eu", "/careers", "ebook/x", "white-paper/y", "");
  }

  String start() {
    return one("/pricing", "/p, /c", "ebook/", "white");
  }

  String end() {
    return one("/eu", "y, x", "ing");
  }

  int times() {
    return one(1, 2, 3, 5);
  }

  int days() {
    return one(1, 7, 30, 90);
  }

  String timesInDays() {
    return times() + ", " + days();
  }

  String fade() {
    return one("50% per 30 days", "10% per 7 days, daily", "half-life 30 days", "100% per 1 day");
  }

  int score() {
    return one(-10, 0, 10, 25, 40, 60, 90);
  }

  String grade() {
    return one("A", "B", "C");
  }

  String band() {
    return one("hot", "warm", "cold");
  }

  String stage() {
    return one("MQL", "SQL", "Customer to be");
  }

  String owner() {
    return one("Ann", "EMEA queue", "Small business");
  }
}
