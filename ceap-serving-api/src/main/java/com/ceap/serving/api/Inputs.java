package com.ceap.serving.api;

import com.ceap.model.CandidateKey;
import com.ceap.serving.CandidateId;
import com.ceap.serving.http.Access;
import com.ceap.serving.http.Fault.Place;
import com.ceap.serving.http.Parameter;
import com.ceap.serving.http.Parameters;
import com.ceap.serving.http.ProblemException;

/** The parameters of the API, each with its limits; the OpenAPI document has the same. */
final class Inputs {
  /** A partition key has 2,048 bytes (DynamoDB), a character up to four. */
  static final Parameter.Text CUSTOMER_ID = new Parameter.Text("customerId", 512);

  static final Parameter.Text CANDIDATE_ID = new Parameter.Text("candidateId", 4096);
  static final Parameter.Text PROGRAM_ID = new Parameter.Text("programId", 64);
  static final Parameter.Text CHANNEL_ID = new Parameter.Text("channelId", 64);
  static final Parameter.Text CATEGORY = new Parameter.Text("category", 128);
  static final Parameter.Text TOKEN = new Parameter.Text("token", 4096);

  static final Parameter.Text PROGRAM = new Parameter.Text("program", 64);
  static final Parameter.Text CHANNEL = new Parameter.Text("channel", 64);
  static final Parameter.Text MARKETPLACE = new Parameter.Text("marketplace", 16);
  static final Parameter.Decimal MIN_SCORE = new Parameter.Decimal("minScore", 0, 1, 0);
  static final Parameter.Whole LIMIT = new Parameter.Whole("limit", 1, 100, 10);
  static final Parameter.Whole PAGE_LIMIT = new Parameter.Whole("limit", 1, 1000, 100);
  static final Parameter.Text CURSOR = new Parameter.Text("cursor", 16_384);
  static final Parameter.Day DATE = new Parameter.Day("date");
  static final Parameter.Flag INCLUDE_SCORES = new Parameter.Flag("includeScores");
  static final Parameter.Flag REFRESH = new Parameter.Flag("refreshEligibility");

  /** The bearer of the customer's token. */
  static final Access OWN_CUSTOMER = new Access.OwnerOnly(path -> path.get(CUSTOMER_ID));

  /** The bearer of the token of the candidate's customer. */
  static final Access OWN_CANDIDATE = new Access.OwnerOnly(path -> candidate(path).customerId());

  private Inputs() {}

  /**
   * The candidate that a path names.
   *
   * @throws ProblemException INVALID_REQUEST where it is no candidate's id
   */
  static CandidateKey candidate(Parameters path) {
    return CandidateId.parse(path.get(CANDIDATE_ID))
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    Place.PATH,
                    CANDIDATE_ID.name(),
                    "candidateId must be one that this API has given out"));
  }
}
