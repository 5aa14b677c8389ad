/** Scores a chunk: features, the program's models, what stands in for them, their combination. */
package com.ceap.scoring;
