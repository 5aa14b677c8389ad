/** The functions of campaigns: one freezes them, the other sends a part. */
package com.ceap.lambdas.campaign.aws;
