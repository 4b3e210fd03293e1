package dev.assay.advice;

/** What conditions leave open for one thing they ask about. */
sealed interface Domain permits Range, Recency, Texts {

  /** Whether nothing is left. */
  boolean isEmpty();

  /** Whether whatever is left here is left there too. Where that is hard to say, it is not. */
  boolean within(Domain other);
}
