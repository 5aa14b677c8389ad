/** Measures how quickly a campaign goes out, beside what it cannot do without. */
package com.ceap.local.bench.campaign;
