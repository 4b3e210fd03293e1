package dev.assay.target;

/** Where messages go, and in which shape. */
public sealed interface Target permits SlackTarget, TeamsTarget, MailTarget, TemplateTarget {

  /**
   * @throws Unrenderable when nothing can be made of this message
   */
  Outgoing render(Notice notice) throws Unrenderable;
}
