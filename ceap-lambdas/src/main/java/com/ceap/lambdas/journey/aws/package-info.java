/** Schedules touches with EventBridge Scheduler. */
package com.ceap.lambdas.journey.aws;
