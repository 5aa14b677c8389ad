/** Campaigns on one machine: frozen after a run, their parts in a queue until their time. */
package com.ceap.local.campaign;
