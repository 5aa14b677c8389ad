package com.ceap.lambdas.export;

import static com.ceap.lambdas.export.ColumnType.DAY;
import static com.ceap.lambdas.export.ColumnType.INSTANT;
import static com.ceap.lambdas.export.ColumnType.MONEY;
import static com.ceap.lambdas.export.ColumnType.NUMBER;
import static com.ceap.lambdas.export.ColumnType.SCORES;
import static com.ceap.lambdas.export.ColumnType.TEXT;
import static com.ceap.lambdas.export.ColumnType.TEXTS;
import static com.ceap.lambdas.export.ColumnType.TEXT_MAP;
import static com.ceap.lambdas.export.ColumnType.WHOLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables that analysts see. Columns are only ever added, at the end. */
public enum ExportTable {
  /** Decisions: who may be addressed about what, with scores and features at decision time. */
  CANDIDATES(
      List.of(
          new ExportColumn("business_date", DAY, "the day whose data the decision rests on"),
          new ExportColumn("run_id", TEXT, "the run or the event that stored it"),
          new ExportColumn("stored_at", INSTANT, "when it was stored"),
          new ExportColumn("event_time", INSTANT, "when what it rests on happened"),
          new ExportColumn("score", NUMBER, "the models' scores combined, 0 to 1"),
          new ExportColumn("scores", SCORES, "each model's answer, by model id"),
          new ExportColumn("discount_percent", WHOLE, "what the customer is offered, if anything"),
          new ExportColumn("category", TEXT, "the product's category or the cart's value band"),
          new ExportColumn("channels", TEXTS, "the channels it may go out on"),
          new ExportColumn("context", TEXT_MAP, "the context it was made in"),
          new ExportColumn("attributes", TEXT_MAP, "what is known of the subject"),
          new ExportColumn("features", TEXT_MAP, "what the models were given"),
          new ExportColumn("expires_at", INSTANT, "until when it may be shown or sent"))),
  /** Messages and how far each has come. */
  DELIVERIES(
      List.of(
          new ExportColumn("message_id", TEXT, "the message"),
          new ExportColumn("channel", TEXT, "the channel's id in its program"),
          new ExportColumn("channel_type", TEXT, "email, sms, push and so on"),
          new ExportColumn("touch", WHOLE, "its place in the journey, from 1; 0 in a campaign"),
          new ExportColumn("state", TEXT, "SENT, OPENED, SUPPRESSED and so on: the furthest"),
          new ExportColumn("reason", TEXT, "why it was suppressed, failed or bounced"),
          new ExportColumn("state_at", INSTANT, "when it reached that state"),
          new ExportColumn("provider_id", TEXT, "under which the provider knows it"),
          new ExportColumn("program_version", TEXT, "the version of the program that it follows"),
          new ExportColumn("expires_at", INSTANT, "until when its record is kept"))),
  /** What became of candidates. */
  OUTCOMES(
      List.of(
          new ExportColumn("outcome", TEXT, "CONVERTED, CONSUMED, DISMISSED, EXITED or EXPIRED"),
          new ExportColumn("outcome_at", INSTANT, "when"),
          new ExportColumn("order_id", TEXT, "the order that converted it"),
          new ExportColumn("revenue", MONEY, "what was paid, in units of the currency"),
          new ExportColumn("currency", TEXT, "ISO 4217 code"),
          new ExportColumn("message_id", TEXT, "the message that the order is counted for"),
          new ExportColumn("touch", WHOLE, "that message's touch"),
          new ExportColumn(
              "channel", TEXT, "the channel of that message, or of the app that led to it"),
          new ExportColumn("expires_at", INSTANT, "until when its record is kept"),
          new ExportColumn(
              "shown_at", INSTANT, "when the app showed what led to the order, where one did"))),
  /** What customers did with candidates in apps; an order in it is counted in the outcomes. */
  ENGAGEMENTS(
      List.of(
          new ExportColumn("event_id", TEXT, "the event"),
          new ExportColumn(
              "event", TEXT, "IMPRESSION, CLICK, ADD_TO_CART, CONVERSION or DISMISSAL"),
          new ExportColumn("channel", TEXT, "where it was shown, by the channel's id"),
          new ExportColumn("occurred_at", INSTANT, "when it happened, as the app says"),
          new ExportColumn("recorded_at", INSTANT, "when it was reported first"),
          new ExportColumn("order_id", TEXT, "what was ordered, of a conversion"),
          new ExportColumn("revenue", MONEY, "what was paid, in units of the currency"),
          new ExportColumn("currency", TEXT, "ISO 4217 code"),
          new ExportColumn("expires_at", INSTANT, "until when its record is kept")));

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final List<ExportColumn> columns;

  ExportTable(List<ExportColumn> own) {
    List<ExportColumn> all = new ArrayList<>(SharedColumns.KEY);
    all.addAll(own);
    this.columns = List.copyOf(all);
  }

  /** What queries and folders call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The columns of its files, in their order. */
  public List<ExportColumn> columns() {
    return columns;
  }
}
