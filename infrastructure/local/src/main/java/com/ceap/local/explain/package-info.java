/** Explains what events of a customer led to: verdicts, offers, messages, exits and purchases. */
package com.ceap.local.explain;
