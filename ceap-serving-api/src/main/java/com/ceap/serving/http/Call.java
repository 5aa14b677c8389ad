package com.ceap.serving.http;

/** A request that has found its route. */
public record Call(ApiRequest request, Route route, Parameters path, Parameters query) {}
