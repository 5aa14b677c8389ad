package com.ceap.lambdas.campaign;

import com.ceap.runtime.objects.ObjectStore;
import com.ceap.storage.Stores;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * What campaigns are frozen with.
 *
 * @param templateVersions the version of a template, by its id
 */
public record CampaignPorts(
    Stores stores,
    ObjectStore objects,
    UnaryOperator<String> templateVersions,
    InstantSource clock) {}
