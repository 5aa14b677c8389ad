package com.ceap.infrastructure.observe;

/** The alarms that there are; each has its section in {@code docs/how-to/operate.md}. */
public enum AlarmKind {
  BATCH_FAILED("batch-failed", "A batch failed, timed out or was stopped."),
  BATCH_TOO_LONG("batch-too-long", "A batch took longer than two hours."),
  CAMPAIGN_FAILED("campaign-failed", "Sending a program's campaigns failed or was stopped."),
  NO_CANDIDATES("no-candidates", "A batch was complete and stored nothing."),
  MANY_REJECTS("many-rejects", "More than five percent of a batch's records were unreadable."),
  SOURCE_STALE(
      "source-stale",
      "The newest record of a batch's source is two days older than the batch's date."),
  PROGRAM_UNREADABLE("program-unreadable", "Functions cannot read the program that is published."),
  MESSAGES_UNKNOWN(
      "messages-unknown", "Of more than five percent of messages nobody knows whether they went."),
  EXPORT_MISSING("export-missing", "For 26 hours no day was exported whole."),
  RETRAIN_FAILED("retrain-failed", "Training a model failed, timed out or was stopped."),
  DEAD_LETTERS("dead-letters", "Messages lie among the dead letters of a queue."),
  QUEUE_WAITING("queue-waiting", "Messages have waited for longer than 15 minutes."),
  FUNCTION_ERRORS("function-errors", "More than one percent of a function's calls fail."),
  FUNCTION_THROTTLED("function-throttled", "Calls of a function are turned away."),
  API_UNAVAILABLE("api-unavailable", "More than half a percent of requests get no answer."),
  API_SLOW("api-slow", "One request in a hundred takes longer than 30 milliseconds."),
  TABLE_THROTTLED("table-throttled", "DynamoDB turns requests to a table away."),
  CLEANUP_OVERDUE("cleanup-overdue", "Something lies in the store that should be gone.");

  private final String title;
  private final String meaning;

  AlarmKind(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  /** Part of alarms' names, and the heading in the runbook. */
  public String title() {
    return title;
  }

  public String meaning() {
    return meaning;
  }
}
