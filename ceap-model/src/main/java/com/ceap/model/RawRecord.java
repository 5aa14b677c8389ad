package com.ceap.model;

/**
 * One row of a source under its canonical names, before anything was decided about it. A value that
 * does not fit its canonical type was already turned into a {@link RejectedRecord}.
 */
public record RawRecord(Attributes attributes, SourcePosition position) {}
