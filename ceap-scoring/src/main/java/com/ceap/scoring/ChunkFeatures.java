package com.ceap.scoring;

import com.ceap.model.Attributes;
import java.util.List;

/**
 * The features of a chunk.
 *
 * @param merged for each candidate what any model is given, for the record of the decision
 * @param models the rows of each model, in the program's order
 */
record ChunkFeatures(List<Attributes> merged, List<ModelRows> models) {}
