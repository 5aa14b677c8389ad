/**
 * The event bus on one machine: takes what EventBridge's PutEvents takes, matches it with AWS's own
 * Event Ruler, and hands it to the queues of those who asked for it.
 */
package com.ceap.local.bus;
