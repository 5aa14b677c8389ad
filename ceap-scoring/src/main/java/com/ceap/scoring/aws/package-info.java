/** Models hosted on AWS. */
package com.ceap.scoring.aws;
