/**
 * What drives the platform on one machine: hands due touches and queued messages to their stages,
 * and moves a stopped clock from one due moment to the next.
 */
package com.ceap.local.engine;
