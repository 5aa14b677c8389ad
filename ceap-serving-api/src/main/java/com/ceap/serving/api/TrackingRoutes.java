package com.ceap.serving.api;

import com.ceap.channels.link.MachineAgents;
import com.ceap.model.Identifiers;
import com.ceap.model.error.CeapException;
import com.ceap.serving.http.Access;
import com.ceap.serving.http.ApiRequest;
import com.ceap.serving.http.Call;
import com.ceap.serving.http.Parameter;
import com.ceap.serving.http.ProblemException;
import com.ceap.serving.http.ProblemType;
import com.ceap.serving.http.Reply;
import com.ceap.serving.http.Route;
import com.ceap.serving.metrics.ServingMetrics;
import com.ceap.storage.MessageTracking;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The picture and the links of messages. Whoever reads a message is never held up: a picture comes
 * and a link leads on also where that cannot be kept. Links lead only where their token was signed
 * for.
 */
final class TrackingRoutes {
  /** The smallest GIF: one transparent pixel (42 bytes). */
  private static final byte[] PIXEL =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  private static final Map<String, String> UNKEPT =
      Map.of("cache-control", "no-store, private", "referrer-policy", "no-referrer");
  private static final byte[] NOTHING = new byte[0];

  /** Digits of a link's hash that tell it from the others of one message. */
  private static final int LINK_DIGITS = 8;

  private final UnsubscribeTokens tokens;
  private final MessageTracking tracking;
  private final ServingMetrics metrics;
  private final InstantSource clock;

  TrackingRoutes(
      UnsubscribeTokens tokens,
      MessageTracking tracking,
      ServingMetrics metrics,
      InstantSource clock) {
    this.tokens = tokens;
    this.tracking = tracking;
    this.metrics = metrics;
    this.clock = clock;
  }

  List<Route> routes() {
    List<Parameter<?>> path = List.of(Inputs.TOKEN);
    return List.of(
        new Route("GET", "/o/{token}", Access.EVERYBODY, path, List.of(), this::picture),
        new Route("GET", "/p/{token}", Access.EVERYBODY, path, List.of(), this::follow),
        new Route("HEAD", "/p/{token}", Access.EVERYBODY, path, List.of(), this::follow));
  }

  private Reply picture(Call call) {
    if (!(link(call) instanceof MessageLink.Opened opened)) {
      throw unknown();
    }
    keep(opened, call);
    return new Reply(200, "image/gif", PIXEL.clone(), UNKEPT);
  }

  private Reply follow(Call call) {
    if (!(link(call) instanceof MessageLink.Clicked clicked)) {
      throw unknown();
    }
    keep(clicked, call);
    return new Reply(302, "", NOTHING, UNKEPT).with("location", clicked.url());
  }

  private MessageLink link(Call call) {
    return tokens.link(call.path().get(Inputs.TOKEN)).orElseThrow(TrackingRoutes::unknown);
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "this link is not complete; copy it whole from the message");
  }

  private void keep(MessageLink link, Call call) {
    ApiRequest request = call.request();
    boolean byMachine =
        request.method().equals("HEAD")
            || MachineAgents.isMachine(request.header("user-agent").orElse(""));
    try {
      switch (link) {
        case MessageLink.Opened opened ->
            tracking.opened(opened.customerId(), opened.messageId(), byMachine, clock.instant());
        case MessageLink.Clicked clicked ->
            tracking.clicked(
                clicked.customerId(),
                clicked.messageId(),
                Identifiers.hash(clicked.url()).substring(0, LINK_DIGITS),
                byMachine,
                clock.instant());
      }
    } catch (CeapException e) {
      metrics.failed(call.route().method() + " " + call.route().template(), e);
    }
  }
}
