/** The scoring provider that docs/how-to/add-a-scorer.md walks through. */
package com.ceap.scoring.example;
