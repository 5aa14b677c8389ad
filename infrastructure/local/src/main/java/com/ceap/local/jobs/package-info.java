/** The platform's jobs on one machine: what is behind them, and when they are worked on. */
package com.ceap.local.jobs;
