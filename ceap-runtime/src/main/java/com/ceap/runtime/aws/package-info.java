/** What every function on AWS does alike: clients, logs, snapshots. */
package com.ceap.runtime.aws;
