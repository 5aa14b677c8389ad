/** What operators look at and are told of: alarms, their topics, and dashboards. */
package com.ceap.infrastructure.observe;
