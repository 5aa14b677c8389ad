package com.ceap.model;

/** A candidate and the first verdict that ended it. */
public record RejectedCandidate(Candidate candidate, Rejection rejection) {}
