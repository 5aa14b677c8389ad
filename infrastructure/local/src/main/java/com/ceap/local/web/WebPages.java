package com.ceap.local.web;

import com.ceap.channels.link.LinkTarget;
import com.ceap.channels.link.LinkTarget.Landing;
import com.ceap.channels.link.LinkVerification;
import com.ceap.channels.link.LinkVerification.Invalid;
import com.ceap.channels.link.LinkVerification.Reason;
import com.ceap.channels.link.Links;
import com.ceap.channels.link.MachineAgents;
import com.ceap.channels.spi.Composing;
import com.ceap.local.http.Answer;
import com.ceap.model.error.CeapException;
import com.ceap.storage.MessageTracking;
import com.ceap.storage.Stores;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Answers for the links of messages that lead to the shop's own page: {@code /c/} the cart. All
 * others are the serving API's. Thread-safe.
 */
public final class WebPages implements HttpHandler {
  private static final int MOST_BYTES = 16 * 1024;

  private final Links links;
  private final InstantSource clock;
  private final Pages pages;
  private final LandingPage landing;
  private final MessageTracking tracking;

  public WebPages(Stores stores, Composing composing, Checkout checkout, InstantSource clock) {
    this.links = composing.links();
    this.clock = clock;
    this.pages = new Pages(new PageTemplates(composing.brand().name()));
    this.landing = new LandingPage(pages, stores, composing, checkout, clock);
    this.tracking = new MessageTracking(stores.messages());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange).send(exchange);
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    // What is in it does not matter: a mail program's or our own, to post is to confirm.
    if (exchange.getRequestBody().readNBytes(MOST_BYTES + 1).length > MOST_BYTES) {
      return pages.note(413, "Too much", "A request has at most %d bytes.".formatted(MOST_BYTES));
    }
    return answer(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("User-Agent"), ""));
  }

  /** The answer to a request for a path as it was sent. */
  Answer answer(String method, String path, String userAgent) {
    try {
      return path.equals("/style.css")
          ? method(method, pages::style)
          : link(method, path.split("/", -1), userAgent);
    } catch (CeapException e) {
      return pages.note(503, "Try again later", "This cannot be looked up just now.");
    }
  }

  private Answer link(String method, String[] path, String userAgent) {
    return path.length == 3 && path[1].equals("c")
        ? link(method, links.verify(path[2], clock.instant()), userAgent)
        : pages.note(404, "There is no such page", "Links of messages lead here; this is none.");
  }

  private Answer link(String method, LinkVerification found, String userAgent) {
    return switch (found) {
      case Invalid(Reason reason) -> invalid(reason);
      case Landing cart ->
          method(method, () -> show(cart, method, userAgent), () -> landing.buy(cart));
      case LinkTarget _ -> invalid(Reason.MALFORMED);
    };
  }

  private Answer show(Landing cart, String method, String userAgent) {
    boolean byMachine = method.equals("HEAD") || MachineAgents.isMachine(userAgent);
    var _ =
        tracking.clicked(
            cart.key().customerId(), cart.messageId(), "cart", byMachine, clock.instant());
    return landing.show(cart);
  }

  /** Nobody learns what exactly was wrong with a link that was made up. */
  private Answer invalid(Reason reason) {
    return switch (reason) {
      case EXPIRED ->
          pages.note(410, "This link is too old", "What it led to is not kept any more.");
      case MALFORMED, UNKNOWN_KEY, FORGED ->
          pages.note(
              400,
              "This link is not valid",
              "It is incomplete, or not one of ours. Nothing has changed.");
    };
  }

  private Answer method(String method, Supplier<Answer> get, Supplier<Answer> post) {
    return switch (method) {
      case "GET", "HEAD" -> get.get();
      case "POST" -> post.get();
      default -> pages.notAllowed("GET, HEAD, POST");
    };
  }

  private Answer method(String method, Supplier<Answer> get) {
    return switch (method) {
      case "GET", "HEAD" -> get.get();
      default -> pages.notAllowed("GET, HEAD");
    };
  }
}
