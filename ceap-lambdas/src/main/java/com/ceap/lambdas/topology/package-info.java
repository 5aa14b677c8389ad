/**
 * What the platform is made of, as plain records: its functions and what feeds them, its tables,
 * queues, rules, schedules and routes. The stacks on AWS and the local platform build from it, and
 * a test on each side holds them to it.
 */
package com.ceap.lambdas.topology;
