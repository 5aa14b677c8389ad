package com.ceap.serving.api;

import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.serving.ProgramFeeds;
import com.ceap.serving.ProgramPage;
import com.ceap.serving.Shown;
import com.ceap.serving.display.Displays;
import com.ceap.serving.http.Access;
import com.ceap.serving.http.Call;
import com.ceap.serving.http.Parameters;
import com.ceap.serving.http.ProblemException;
import com.ceap.serving.http.ProblemType;
import com.ceap.serving.http.Reply;
import com.ceap.serving.http.Route;
import com.ceap.serving.metrics.ServingMetrics;
import com.ceap.storage.CeapTables;
import com.ceap.storage.table.IndexDefinition;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Candidates of a program across customers, for services that send or analyse. */
final class ProgramRoutes {
  private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final ProgramFeeds feeds;
  private final Function<String, Optional<Program>> programs;
  private final Displays displays;
  private final SealedCursor cursors;
  private final ServingMetrics metrics;

  ProgramRoutes(
      ProgramFeeds feeds,
      Function<String, Optional<Program>> programs,
      Displays displays,
      SealedCursor cursors,
      ServingMetrics metrics) {
    this.feeds = feeds;
    this.programs = programs;
    this.displays = displays;
    this.cursors = cursors;
    this.metrics = metrics;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/svc/v1/programs/{programId}/channels/{channelId}/candidates",
            Access.SERVICES,
            List.of(Inputs.PROGRAM_ID, Inputs.CHANNEL_ID),
            List.of(
                Inputs.MARKETPLACE,
                Inputs.MIN_SCORE,
                Inputs.PAGE_LIMIT,
                Inputs.CURSOR,
                Inputs.INCLUDE_SCORES),
            this::ofChannel),
        new Route(
            "GET",
            "/svc/v1/programs/{programId}/categories/{category}/candidates",
            Access.SERVICES,
            List.of(Inputs.PROGRAM_ID, Inputs.CATEGORY),
            List.of(
                Inputs.DATE,
                Inputs.MARKETPLACE,
                Inputs.PAGE_LIMIT,
                Inputs.CURSOR,
                Inputs.INCLUDE_SCORES),
            this::ofCategory));
  }

  private Reply ofChannel(Call call) {
    Program program = program(call);
    ChannelSpec channel = channel(program, call.path().get(Inputs.CHANNEL_ID));
    double minScore = call.query().get(Inputs.MIN_SCORE);
    Paging paging =
        paging(
            call,
            program,
            CeapTables.PROGRAM_CHANNEL_SCORE,
            channel.channelId(),
            Double.toString(minScore));
    ProgramPage page =
        feeds.ofChannel(
            program.programId(),
            paging.marketplaces(),
            channel.channelId(),
            minScore,
            paging.limit(),
            paging.cursor());
    return reply(
        page,
        paging,
        out -> {
          out.writeStringField("programId", program.programId());
          out.writeStringField("channelId", channel.channelId());
          out.writeBooleanField("shadow", channel.shadow());
        });
  }

  private Reply ofCategory(Call call) {
    Program program = program(call);
    String category = call.path().get(Inputs.CATEGORY);
    Optional<LocalDate> date = call.query().find(Inputs.DATE);
    Paging paging =
        paging(
            call,
            program,
            CeapTables.PROGRAM_CATEGORY_DATE,
            category,
            date.map(LocalDate::toString).orElse(""));
    ProgramPage page =
        feeds.ofCategory(
            program.programId(),
            paging.marketplaces(),
            category,
            date.orElse(FIRST_DAY),
            date.orElse(LAST_DAY),
            paging.limit(),
            paging.cursor());
    return reply(
        page,
        paging,
        out -> {
          out.writeStringField("programId", program.programId());
          out.writeStringField("category", category);
        });
  }

  private Paging paging(
      Call call, Program program, IndexDefinition index, String group, String bound) {
    return new Paging(
        cursors,
        call.query(),
        marketplaces(program, call.query()),
        index,
        program.programId(),
        group,
        bound);
  }

  private Program program(Call call) {
    return programs
        .apply(call.path().get(Inputs.PROGRAM_ID))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "there is no such program"));
  }

  private static ChannelSpec channel(Program program, String channelId) {
    return program.channels().stream()
        .filter(channel -> channel.channelId().equals(channelId))
        .findFirst()
        .orElseThrow(() -> noChannel(program));
  }

  private static ProblemException noChannel(Program program) {
    String known =
        program.channels().stream().map(ChannelSpec::channelId).collect(Collectors.joining(", "));
    return new ProblemException(
        ProblemType.NOT_FOUND, "the program has no such channel, only " + known);
  }

  /** Those of the program, or the one that is asked for where it is one of them. */
  private static List<String> marketplaces(Program program, Parameters query) {
    return query
        .find(Inputs.MARKETPLACE)
        .map(one -> program.marketplaces().stream().filter(one::equals).toList())
        .orElse(program.marketplaces());
  }

  /** Writes what is particular to a route. */
  private interface Head {
    void write(JsonGenerator out) throws IOException;
  }

  private Reply reply(ProgramPage page, Paging paging, Head head) {
    metrics.shown(page.candidates().size());
    FeedJson json =
        new FeedJson(
            new CandidateJson(paging.includeScores()),
            displays.shelf(page.candidates().stream().map(Shown::stored).toList()));
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          head.write(out);
          json.candidates(page.candidates(), out);
          paging.next(page, out);
          json.degradations(page.degradations(), out);
          out.writeEndObject();
        });
  }
}
